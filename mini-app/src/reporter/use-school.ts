import { useEffect, useState } from "react";
import { type RememberedSchool, rememberedSchool, rememberSchool } from "./remembered.ts";

/** The school this phone remembers. One that came by a link gets its name from its signed sheet. */
export function useSchool(): RememberedSchool | null {
  const [school, setSchool] = useState(rememberedSchool);
  useEffect(() => {
    if (school === null || school.name !== "") return;
    let isCurrent = true;
    void namedByItsSheet(school.id).then((named) => {
      if (isCurrent && named !== null) setSchool(named);
    });
    return () => {
      isCurrent = false;
    };
  }, [school]);
  return school;
}

async function namedByItsSheet(id: string): Promise<RememberedSchool | null> {
  try {
    const { loadPlace } = await import("./place.ts");
    const place = await loadPlace(id);
    if (place.kind !== "verified") return null;
    const { schoolName, communeName, provinceName } = place.sheet;
    const named = { id, name: schoolName, placeName: `${communeName}, ${provinceName}` };
    rememberSchool(named);
    return named;
  } catch {
    return null; // no network: the id alone is enough to go on
  }
}
