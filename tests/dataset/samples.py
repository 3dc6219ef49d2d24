"""Small Arabic texts of our own to build from, and files that hold none."""

TEXTS = {
    "one.txt": "زيارة الوزير إلى البصرة\nقال وزير النقل سالم الحمداني إن الميناء سيفتح أبوابه في الربيع. "
    'وأضاف أن "العمل يسير كما خُطط له".\nوبحسب الوزارة، يعمل في الميناء نحو 300 عامل.',
    "two.txt": "أعلنت بلدية الموصل افتتاح ثلاثة جسور جديدة.\nوأكد رئيس البلدية طارق العبيدي أن الكلفة لا تتجاوز 40 مليون دينار.",
    "sub/three.txt": "نفى المتحدث باسم الشركة ياسر كمال وجود تأخير، مشيراً إلى أن 60 بالمئة من الأعمال انتهت.",
}
BROKEN = {
    "broken/empty.txt": b"",
    "broken/spaces.txt": b" \n\n ",
    "broken/latin.txt": b"No Arabic letters here.",
    "broken/nul.txt": "قال\0نعم".encode(),
    "broken/damaged.txt": "قال الوزير إن الأمر انتهى".encode()[:-1],
}
