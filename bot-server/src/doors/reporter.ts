import {
  FetchPhoto,
  Finder,
  MessageAccepted,
  OpenThread,
  PhotoParams,
  Puzzle,
  ReportAccepted,
  ReporterThread,
  SendMessage,
  SendReport,
} from "@truong-an/shared/api/reporter";
import { shownFactsOnly } from "@truong-an/shared/form";
import { limits } from "@truong-an/shared/report";
import { triageOf } from "@truong-an/shared/triage/triage";
import { z } from "zod";
import { refuseUnless } from "../refusal.ts";
import { fetchPhoto, receivePhoto } from "../reports/photos.ts";
import { findByReceipt } from "../reports/receipts.ts";
import { openReception, receiveReport } from "../reports/receive.ts";
import { openThread, receiveMessage } from "../reports/thread.ts";
import type { World } from "../world.ts";
import type { AddressHash } from "./address.ts";
import { perMinute, perMinuteAbout } from "./limits.ts";
import { openPuzzles } from "./puzzles.ts";
import type { Doors } from "./schemas.ts";

const reportBodyBytes = 160 * 1024;
const AboutReceipt = z.object({ finder: Finder });

/** The reporter's doors. None asks who is there; none sets a cookie. */
export function reporterDoors(app: Doors, world: World, addressHash: AddressHash): void {
  const puzzles = openPuzzles(world);
  const reception = openReception(world);
  const wholeSchool = perMinute(3_000); // behind one address
  const perReceipt = () =>
    perMinuteAbout(app, 60, ({ body }) => Buffer.from(AboutReceipt.parse(body).finder, "base64"));

  // Without a limit: a puzzle refused is a report refused, and many share one address.
  app.get("/api/reporter/puzzle", { schema: { response: { 200: Puzzle } } }, () => puzzles.make());

  app.post(
    "/api/reporter/reports",
    { schema: { body: SendReport, response: { 200: ReportAccepted } }, bodyLimit: reportBodyBytes },
    async (request) => {
      const { report, puzzle: solution } = request.body;
      const { level } = triageOf(shownFactsOnly(report.facts), report.signals);
      const address = addressHash(request);
      refuseUnless(puzzles.mayPass({ solution, level, address }), "puzzle-needed");
      return receiveReport(reception, report);
    },
  );

  app.put(
    "/api/reporter/photos/:sha256",
    {
      schema: {
        consumes: ["application/octet-stream"],
        params: PhotoParams,
        body: z.instanceof(Buffer),
        response: { 204: z.null() },
      },
      bodyLimit: limits.sealedPhotoBytes,
      config: perMinute(600),
    },
    async (request, reply) => {
      await receivePhoto(world.db, request.params.sha256, request.body);
      return reply.status(204).send(null);
    },
  );

  app.post(
    "/api/reporter/threads/open",
    {
      schema: { body: OpenThread, response: { 200: ReporterThread } },
      config: wholeSchool,
      preHandler: perReceipt(),
    },
    (request) => openThread(world, request.body.finder),
  );

  app.post(
    "/api/reporter/threads/messages",
    {
      schema: { body: SendMessage, response: { 200: MessageAccepted } },
      bodyLimit: reportBodyBytes,
      config: wholeSchool,
      preHandler: perReceipt(),
    },
    (request) => receiveMessage(world, request.body),
  );

  app.post(
    "/api/reporter/threads/photo",
    { schema: { body: FetchPhoto }, config: wholeSchool, preHandler: perReceipt() },
    async (request, reply) => {
      const report = await findByReceipt(world.db, request.body.finder);
      const sealed = await fetchPhoto(world.db, report.id, request.body.sha256);
      return reply.type("application/octet-stream").send(sealed);
    },
  );
}
