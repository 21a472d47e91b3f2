import type { DeskKind, Stage } from "@truong-an/shared/directory";
import type { DeskRole } from "@truong-an/shared/staff";
import type { NewPerson } from "../zalo-sim/people.ts";

/**
 * The demonstration's directory: the pilot school, a second school in a second commune, and their
 * desks. Every person is invented; no address or number here can be reached.
 */
export type DemoPerson = {
  readonly id: string;
  readonly zaloId: string;
  readonly name: string;
  readonly role: string;
  readonly email: string;
  readonly phone: string;
  readonly desk: string;
  readonly seat: DeskRole;
};

export type DemoFamily = Pick<NewPerson, "id" | "name" | "role">;

export type DemoDesk = {
  readonly key: string;
  readonly id: string;
  readonly kind: DeskKind;
  readonly name: string;
  readonly phone: string | null;
};

export type DemoSchool = {
  readonly id: string;
  readonly communeId: string;
  readonly name: string;
  readonly stage: Stage;
  readonly desks: readonly string[];
};

export const province = { id: "68", name: "tỉnh Lâm Đồng" } as const;

export const communes = [
  { id: "68-nam-ban", name: "xã Nam Ban Lâm Hà" },
  { id: "68-doi-thong", name: "xã Đồi Thông (trình diễn)" },
] as const;

export const desks: readonly DemoDesk[] = [
  {
    key: "cill-cus",
    id: "0d5a2f6e-6d0b-4a57-9a43-0c6f3c1d0001",
    kind: "school",
    name: "Tổ tiếp nhận Trường TH&THCS Cill Cus",
    phone: "0263 000 0101",
  },
  {
    key: "police-nam-ban",
    id: "0d5a2f6e-6d0b-4a57-9a43-0c6f3c1d0002",
    kind: "police",
    name: "Công an xã Nam Ban Lâm Hà",
    phone: "0263 000 0102",
  },
  {
    key: "commune-nam-ban",
    id: "0d5a2f6e-6d0b-4a57-9a43-0c6f3c1d0003",
    kind: "commune",
    name: "Phòng Văn hóa - Xã hội xã Nam Ban Lâm Hà",
    phone: "0263 000 0103",
  },
  {
    key: "department",
    id: "0d5a2f6e-6d0b-4a57-9a43-0c6f3c1d0004",
    kind: "department",
    name: "Sở Giáo dục và Đào tạo tỉnh Lâm Đồng",
    phone: "0263 000 0104",
  },
  {
    key: "doi-thong",
    id: "0d5a2f6e-6d0b-4a57-9a43-0c6f3c1d0005",
    kind: "school",
    name: "Tổ tiếp nhận Trường THPT Đồi Thông",
    phone: "0263 000 0201",
  },
  {
    key: "police-doi-thong",
    id: "0d5a2f6e-6d0b-4a57-9a43-0c6f3c1d0006",
    kind: "police",
    name: "Công an xã Đồi Thông",
    phone: "0263 000 0202",
  },
  {
    key: "commune-doi-thong",
    id: "0d5a2f6e-6d0b-4a57-9a43-0c6f3c1d0007",
    kind: "commune",
    name: "Phòng Văn hóa - Xã hội xã Đồi Thông",
    phone: "0263 000 0203",
  },
];

export const schools: readonly DemoSchool[] = [
  {
    id: "5c1a7b52-8a5e-4d39-8d0e-51a5f0a10001",
    communeId: "68-nam-ban",
    name: "Trường TH&THCS Cill Cus",
    stage: "primary_lower",
    desks: ["cill-cus", "police-nam-ban", "commune-nam-ban", "department"],
  },
  {
    id: "5c1a7b52-8a5e-4d39-8d0e-51a5f0a10002",
    communeId: "68-doi-thong",
    name: "Trường THPT Đồi Thông (trình diễn)",
    stage: "upper",
    desks: ["doi-thong", "police-doi-thong", "commune-doi-thong", "department"],
  },
];

export const people: readonly DemoPerson[] = [
  person(1, "Vũ Thị Hạnh", "Phó hiệu trưởng Trường TH&THCS Cill Cus", "cill-cus"),
  person(2, "Đại úy Hoàng Văn Bình", "Trực ban Công an xã Nam Ban Lâm Hà", "police-nam-ban"),
  person(3, "Nguyễn Thị Lan", "Chuyên viên Văn hóa - Xã hội xã Nam Ban Lâm Hà", "commune-nam-ban"),
  person(4, "Trần Quốc Huy", "Chuyên viên Sở GD&ĐT tỉnh Lâm Đồng", "department"),
  person(5, "K'Brèo", "Phó hiệu trưởng Trường THPT Đồi Thông", "doi-thong"),
  person(6, "Thượng úy Lê Minh Đức", "Trực ban Công an xã Đồi Thông", "police-doi-thong"),
  person(7, "Phạm Thị Mai", "Chuyên viên Văn hóa - Xã hội xã Đồi Thông", "commune-doi-thong"),
];

/** Second people at two desks, for a duty roster to have somebody to choose from. */
export const colleagues: readonly DemoPerson[] = [
  colleague(8, "Kơ Să K'Linh", "Giáo viên tư vấn Trường TH&THCS Cill Cus", "cill-cus"),
  colleague(9, "Trung úy Phạm Văn Dũng", "Trực đêm Công an xã Nam Ban Lâm Hà", "police-nam-ban"),
];

/** Parents and pupils with Zalo, who have not written to the Official Account yet. */
export const families: readonly DemoFamily[] = [
  family(1, "Ka Hiền", "Phụ huynh lớp 7, Trường TH&THCS Cill Cus"),
  family(2, "K'Thương", "Học sinh lớp 8, Trường TH&THCS Cill Cus"),
  family(3, "Nguyễn Gia Bảo", "Học sinh lớp 11, Trường THPT Đồi Thông"),
];

/** Everyone's Zalo, as the simulator knows them: a parent first, for a newcomer plays it first. */
export const zaloPeople: readonly NewPerson[] = [
  ...families.slice(0, 1).map(asStranger),
  ...[...people, ...colleagues].map(({ zaloId, name, role, email, phone }) => ({
    id: zaloId,
    name,
    role,
    email,
    phone,
    oaAdmin: true, // the unit's own people run the Official Account
  })),
  ...families.slice(1).map(asStranger),
];

function asStranger(one: DemoFamily): NewPerson {
  return { ...one, followed: false, lastInteractionAt: null };
}

function family(number: number, name: string, role: string): DemoFamily {
  return { id: `425731900000001${String(number).padStart(4, "0")}`, name, role };
}

function person(number: number, name: string, role: string, desk: string): DemoPerson {
  const tail = String(number).padStart(4, "0");
  return {
    id: `7e6a9d10-1b2c-4f0e-9c55-3a7d2b8e${tail}`,
    zaloId: `425731900000000${tail}`,
    name,
    role,
    email: `${desk}@truong-an.invalid`,
    phone: `8480000${tail}`, // no operator gives out numbers like this
    desk,
    seat: "lead",
  };
}

function colleague(...[number, name, role, desk]: Parameters<typeof person>): DemoPerson {
  const email = `${desk}-${number}@truong-an.invalid`;
  return { ...person(number, name, role, desk), email, seat: "member" };
}
