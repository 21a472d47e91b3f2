/** Asks the simulator to do something; gives what it made of it. Throws when it could not. */
export async function order(path: string, body: object): Promise<unknown> {
  const response = await fetch(`./__sim/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    keepalive: true, // a press on a link opens another page meanwhile
  });
  if (!response.ok) throw new Error(`the simulator answered ${response.status}`);
  return response.status === 204 ? undefined : (await response.json()).result;
}

export type SimState = {
  readonly now: number;
  readonly groups: readonly { readonly id: string; readonly link: string; readonly name: string }[];
};

export async function simState(): Promise<SimState> {
  const response = await fetch("./__sim/state");
  if (!response.ok) throw new Error(`the simulator answered ${response.status}`);
  return response.json();
}
