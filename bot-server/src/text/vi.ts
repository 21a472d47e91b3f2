/** Shown for an address that leads nowhere. Whoever lands here may need help now. */
export const lostPage = `<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Không tìm thấy trang này</title>
  </head>
  <body>
    <main>
      <h1>Không tìm thấy trang này</h1>
      <p>Có thể đường dẫn đã cũ hoặc thiếu một vài chữ.</p>
      <p><a href="/">Về trang đầu</a></p>
      <p>Nếu có ai đang gặp nguy hiểm, hãy gọi ngay:</p>
      <p><a href="tel:113">113 Công an</a></p>
      <p><a href="tel:115">115 Cấp cứu</a></p>
      <p><a href="tel:111">111 Bảo vệ trẻ em</a></p>
    </main>
  </body>
</html>
`;
