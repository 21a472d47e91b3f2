// How pupils shorten words on a phone, without tone marks. Each line: the full word, then what stands
// for it. Reviewed by people who read pupils' messages; a new habit is one more word here.
const table = `
khong: k ko kh kg kog hok hk khum kohg khog hogn
khong phai: kph
khong con: kcon
khong biet: kbt kb
duoc: dc dk dx duoz
gi: j
roi: r ruj
vay: v z dz zay dzay zi dzi zo dzo
voi: vs zoi
cung: cx cug kug
bay gio: bh bjo bgio bjgio
gio: h gjo
hom nay: hn hnay
hom qua: hqua hq
ngay mai: nmai
toi nay: tnay
sang mai: smai
ban: bn b
ban than: bff besti bestie
minh: mk mik mjk mih mh
em: e iem
toi: t
may: m
no: n
nguoi: ng
nguoi ta: ngta nta
moi nguoi: mn mng
noi: ns noj
noi chuyen: nch nc
nhan tin: nt ib inbox
dien thoai: dt dthoai fone phone
tin nhan: tn
hoc sinh: hs
giao vien: gv
giao vien chu nhiem: gvcn
chu nhiem: cn
phu huynh: ph
kiem tra: ktra kt
truoc: trc truoc trk
trong: trg trog
truong: trg truog
troi: tr
lam: lm
lam sao: lsao
nhu the nao: ntn nhtn
nhung ma: nma nhma
nhung: nhg nhug
that: thac
thich: thik thjk
biet: bt bik bjt
gia dinh: gd gdinh
so dien thoai: sdt
facebook: fb face
messenger: mess mes
instagram: ig insta
qua: wa qa
quen: wen
co: cs
sao: s
yeu: iu
muon: mun
nguoi yeu: ny nyeu
chong: ck
vo: vk
anh em: ae
chi em: ce
dang: dg dag
nhieu: nh nhiu
thoi: thui thoj
tat ca: tca
ve: dze zia
binh thuong: bthg bthuong bth
cam on: cmon tks thanks thank
xin loi: sr sorry srry
suot ngay: sngay
thu hai: t2
thu ba: t3
thu tu: t4
thu nam: t5
thu sau: t6
thu bay: t7
cap hai: c2 thcs
cap ba: c3 thpt
cap mot: c1
tu tu: tutu
nha tro: ntro
nha ve sinh: nvs wc toilet
tien: xien
`;
const fullWords = new Map<string, readonly string[]>();
for (const line of table.trim().split("\n")) {
  const [words = "", short = ""] = line.split(":");
  for (const written of short.trim().split(/\s+/)) {
    if (!fullWords.has(written)) fullWords.set(written, words.split(" "));
  }
}

/** The full words that a shortened one stands for, or undefined. */
export function expanded(written: string): readonly string[] | undefined {
  return fullWords.get(written);
}
