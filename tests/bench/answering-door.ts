import { registerSchemas } from "@truong-an/bot-server/doors/schemas";
import { ReportAccepted, SendReport } from "@truong-an/shared/api/reporter";
import { fastify } from "fastify";

// The door for reports with the same schemas, which decides nothing and stores nothing: what is
// left when everything that the real one promises is taken away. A program; PORT says where.

const app = await registerSchemas(fastify({ logger: false, bodyLimit: 160 * 1024 }));
app.get("/health/live", () => ({ status: "ok" }));
app.post(
  "/api/reporter/reports",
  { schema: { body: SendReport, response: { 200: ReportAccepted } } },
  (request) => ({ level: "emergency" as const, photosWanted: request.body.report.photos }),
);
process.once("SIGTERM", () => void app.close());
await app.listen({ host: "127.0.0.1", port: Number(process.env["PORT"]) });
