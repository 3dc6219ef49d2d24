"""Imported by the server that workers are forked from: what all of them need is loaded once, not by each."""

import gc

from hiwar.builders.rows import take_steps
from hiwar.corpus import parts

__all__ = ["parts"]

gc.disable()  # what is read here stays: looking through it for circles takes as long as a third of the reading
# Every step reads its tables of knowledge when it first meets what they are about.
take_steps(
    "زيارة الوزير إلى البصرة\n"
    "البصرة (وكالة النهر) - قال وزير النقل سالم الحمداني، الأحد 3 مارس 2021، إن «الميناء سيفتح أبوابه أمام 300 عامل».\n"
    "وأضاف المتحدث باسم وزارة الصحة في بيان نقلته صحيفة العراق أن الكلفة تتجاوز أربعين مليون دينار بنسبة 5%، بحسب المصدر.\n"
    "ونفى الرئيس الفرنسي ذلك، مشيراً إلى أن المحادثات بدأت الشهر الماضي عند الساعة 10:30، وطالب مجلس النواب بالرد.\n"
)
gc.freeze()  # and need not be looked through again and again
gc.set_threshold(
    100_000, 20, 100
)  # and a text leaves too few circles behind to look for them a thousand times
gc.enable()
