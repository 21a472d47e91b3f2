import type { FastifyInstance } from "fastify";
import { oaRefusal, oaSuccess, type Problem } from "./oa-api.ts";
import type { Sim } from "./sim.ts";
import type { Upload } from "./uploads.ts";

const megabyte = 1024 * 1024;

const kinds = {
  image: { maxBytes: megabyte, type: /^image\/(jpeg|png)$/ },
  gif: { maxBytes: 5 * megabyte, type: /^image\/gif$/ },
  file: {
    maxBytes: 5 * megabyte,
    type: /^(application\/pdf|application\/msword|application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.document|text\/csv)$/,
  },
} as const;

/** `POST /v2.0/oa/upload/{image,gif,file}`: one multipart field named `file`. */
export function uploadRoutes(oa: FastifyInstance, sim: Sim): void {
  oa.addContentTypeParser(
    "multipart/form-data",
    { parseAs: "buffer", bodyLimit: 12 * megabyte },
    (_request, body, done) => done(null, body),
  );

  for (const kind of ["image", "gif", "file"] as const) {
    oa.post(`/v2.0/oa/upload/${kind}`, { bodyLimit: 12 * megabyte }, async (request) => {
      const file = await fileIn(request.body, request.headers["content-type"]);
      if (file === undefined) return oaRefusal(-201, "Parameter file is invalid");

      const bytes = Buffer.from(await file.arrayBuffer());
      const problem = problemOf(sim, kind, file.type, bytes);
      if (problem !== undefined) return oaRefusal(...problem);

      const { id } = sim.uploads.add({ kind, name: file.name, type: file.type, bytes });
      return oaSuccess(sim, kind === "file" ? { token: id } : { attachment_id: id });
    });
  }
}

/** What was uploaded, for the phones to show; not an address of Zalo's. */
export function uploadedFileRoute(app: FastifyInstance, sim: Sim): void {
  app.get<{ Params: { id: string } }>("/__sim/uploads/:id", async (request, reply) => {
    const upload = sim.uploads.find(request.params.id);
    if (upload === undefined) return reply.callNotFound();
    return reply
      .header("x-content-type-options", "nosniff")
      .header("content-security-policy", "sandbox")
      .type(upload.type)
      .send(upload.bytes);
  });
}

async function fileIn(body: unknown, type: string | undefined): Promise<File | undefined> {
  if (!Buffer.isBuffer(body) || type === undefined) return undefined;
  try {
    const form = await new Response(new Uint8Array(body), {
      headers: { "content-type": type },
    }).formData();
    const file = form.get("file");
    return file instanceof File ? file : undefined;
  } catch {
    return undefined;
  }
}

function problemOf(
  sim: Sim,
  kind: Upload["kind"],
  type: string,
  bytes: Buffer,
): Problem | undefined {
  if (!kinds[kind].type.test(type)) return [-201, "Parameter file is invalid: type"];
  if (!hasRightStart(type, bytes)) return [-201, "Parameter file is invalid: content"];
  if (bytes.length > kinds[kind].maxBytes) return [-210, "Parameter file is over the limit"];
  if (sim.uploads.left() <= 0) return [-211, "Out of quota"];
  return undefined;
}

function hasRightStart(type: string, bytes: Buffer): boolean {
  const start = starts[type];
  return bytes.length > 0 && (start === undefined || bytes.subarray(0, start.length).equals(start));
}

const starts: Readonly<Record<string, Buffer>> = {
  "image/jpeg": Buffer.from([0xff, 0xd8, 0xff]),
  "image/png": Buffer.from([0x89, 0x50, 0x4e, 0x47]),
  "image/gif": Buffer.from("GIF8"),
  "application/pdf": Buffer.from("%PDF"),
};
