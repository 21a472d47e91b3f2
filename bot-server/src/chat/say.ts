import { bulletinLink } from "@truong-an/shared/bulletin";
import type { Phrase } from "@truong-an/shared/chat/phrase";
import type { SchoolId } from "@truong-an/shared/ids";
import { type BulletinCard, findPublished, latestBulletins } from "../bulletins/find.ts";
import { findPlace } from "../directory/find.ts";
import { invitationsTo } from "../groups/invitations.ts";
import type { Payload } from "../jobs/payloads.ts";
import { Refusal } from "../refusal.ts";
import type { Known, Line } from "../text/chat-parts-vi.ts";
import { chatWords } from "../text/chat-vi.ts";
import type { World } from "../world.ts";
import { sendWords } from "./send-words.ts";

/** Says one thing to one person. What Zalo refuses is dropped; what does not get through is tried again. */
export async function say(world: World, { userId, phrase }: Payload<"say">): Promise<void> {
  const known = await knownFor(world, phrase);
  if (phrase.say === "bulletin" && known.lines.length === 0) return; // withdrawn meanwhile
  const lane = phrase.say === "bulletin" ? "bulk" : "urgent"; // what nobody asked for just now can wait
  const outcome = await sendWords(world, userId, chatWords(phrase, known), lane);
  world.metrics.chatSays.inc({ outcome });
}

/** Where a link in the chat leads: the Mini App, or its page on the web. */
function appLinkOf({ config }: Pick<World, "config">): string {
  return config.MINI_APP_LINK ?? config.PUBLIC_URL;
}

async function knownFor(world: World, phrase: Phrase): Promise<Known> {
  const names = new Map<string, string>();
  for (const schoolId of schoolsIn(phrase)) names.set(schoolId, await nameOf(world, schoolId));
  return {
    appLink: appLinkOf(world),
    nameOf: (schoolId) => names.get(schoolId) ?? "",
    ...(phrase.say === "groups"
      ? await groupsFor(world, phrase.schoolId)
      : { lines: await linesFor(world, phrase), areGroupsHeldBack: false }),
  };
}

function schoolsIn(phrase: Phrase): readonly SchoolId[] {
  if ("schoolId" in phrase) return [phrase.schoolId];
  if ("schools" in phrase) return phrase.schools;
  return "followings" in phrase ? phrase.followings.map(({ schoolId }) => schoolId) : [];
}

/** A school may have left the directory since it was chosen. */
async function nameOf(world: World, schoolId: SchoolId): Promise<string> {
  try {
    return (await findPlace(world.db, schoolId)).name;
  } catch (error) {
    if (error instanceof Refusal) return "";
    throw error;
  }
}

const mostBulletins = 5;
const mostGroups = 8;

async function groupsFor({ db }: World, schoolId: SchoolId) {
  const { links, areSomeHeldBack } = await invitationsTo(db, schoolId);
  const lines = links.slice(0, mostGroups).map(({ name, link }) => ({ title: name, url: link }));
  return { lines, areGroupsHeldBack: areSomeHeldBack };
}

async function linesFor(world: World, phrase: Phrase): Promise<readonly Line[]> {
  if (phrase.say === "bulletin") {
    const bulletin = await findPublished(world.db, phrase.bulletinId);
    return bulletin === undefined ? [] : [lineTo(world, bulletin)];
  }
  if (phrase.say !== "news") return [];
  const wanted = { schoolId: phrase.schoolId, most: mostBulletins };
  const bulletins = await latestBulletins(world.db, wanted);
  return bulletins.map((bulletin) => lineTo(world, bulletin));
}

function lineTo(world: World, { id, title }: Pick<BulletinCard, "id" | "title">): Line {
  return { title, url: bulletinLink(appLinkOf(world), id) };
}
