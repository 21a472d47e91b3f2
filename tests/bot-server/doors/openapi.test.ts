import { afterAll, beforeAll, expect, test } from "vitest";
import { listDoors, namesOfServed, type OpenApi } from "../../support/door-list.ts";
import { type Doorstep, openDoorstep } from "../../support/doorstep.ts";

let doorstep: Doorstep;
beforeAll(async () => {
  doorstep = await openDoorstep();
});
afterAll(() => doorstep.close());

const itself = "GET /api/openapi.json";

test("the OpenAPI document is whole and lists every door under /api", async () => {
  const document = (await doorstep.app.inject("/api/openapi.json")).json<OpenApi>();
  const listed = (await listDoors(doorstep)).map(({ name }) => name.replace(/\{(\w+)\}/g, ":$1"));
  const served = namesOfServed(doorstep).filter((name) => name.includes("/api/"));

  expect(document.openapi).toMatch(/^3\./);
  expect(document.info).toMatchObject({ title: "Trường An", version: expect.any(String) });
  expect(served.length).toBeGreaterThan(20);
  expect([...listed.filter((name) => name.includes("/api/")), itself].sort()).toEqual(
    served.sort(),
  );
});

test("the OpenAPI document says for every door what goes in, what comes out and how it refuses", async () => {
  const document = (await doorstep.app.inject("/api/openapi.json")).json();
  const operations = Object.entries(document.paths as Record<string, Record<string, Operation>>)
    .filter(([path]) => path.startsWith("/api/"))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map((entry) => [path, ...entry] as const),
    );

  const withoutRefusal = operations.filter(([, , { responses }]) => responses["4XX"] === undefined);
  const withoutName = operations.filter(([path, , { parameters = [] }]) =>
    [...path.matchAll(/\{(\w+)\}/g)].some(
      ([, name]) =>
        !parameters.some((one) => one.in === "path" && one.name === name && one.required),
    ),
  );

  expect(withoutRefusal).toEqual([]);
  expect(withoutName).toEqual([]);
  expect(JSON.stringify(document)).not.toContain("$ref");
  expect(document.paths["/api/reporter/photos/{sha256}"].put.requestBody.content).toHaveProperty([
    "application/octet-stream",
  ]);
});

type Operation = {
  readonly parameters?: readonly { in: string; name: string; required: boolean }[];
  readonly responses: Readonly<Record<string, unknown>>;
};
