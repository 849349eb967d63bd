"""Draw Russia as a grid: the 83 subjects that ISO 3166-2:RU lists, one tile each.

A letter group is a code without its `RU-`; a dot is no tile. Where the tiles stand is taken from
`ru_federal_subjects_grid1` of the geofacet project (MIT licence; the notice is in
docs/licences.md), with the ISO codes put in for its own. The short names began there too, and were
settled by hand.
"""

from __future__ import annotations

from typing import Final

GRID: Final = """
SPE .   .   .   MUR .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
MOW .   .   KR  .   .   .   .   .   NEN .   .   .   .   .   .   .   CHU KAM .
.   .   LEN NGR VLG .   .   .   ARK KO  .   YAN .   .   KYA .   SA  MAG .   .
KGD .   PSK TVE YAR IVA KOS ME  KIR PER .   KHM TYU TOM KEM IRK AMU KHA .   SAK
.   .   SMO KLU MOS VLA NIZ CU  TA  UD  .   SVE KGN NVS KK  BU  YEV .   .   .
.   .   BRY ORL TUL RYA MO  ULY SAM BA  .   CHE OMS ALT TY  ZAB .   PRI .   .
.   .   .   KRS LIP TAM PNZ SAR ORE .   .   .   .   AL  .   .   .   .   .   .
.   .   .   .   BEL VOR VGG .   .   .   .   .   .   .   .   .   .   .   .   .
.   .   .   AD  KDA ROS KL  AST .   .   .   .   .   .   .   .   .   .   .   .
.   .   .   .   KC  STA CE  DA  .   .   .   .   .   .   .   .   .   .   .   .
.   .   .   .   KB  SE  IN  .   .   .   .   .   .   .   .   .   .   .   .   .
"""

SHORT: Final = {
    "ru": """
    AD Адг  AL РАлт  ALT АлтК  AMU Амур  ARK Арх  AST Астр  BA Баш  BEL Бел  BRY Бря  BU Бур
    CE Чеч  CHE Чел  CHU Чук  CU Чув  DA Даг  IN Инг  IRK Ирк  IVA Ива  KAM Камч  KB КБР  KC КЧР
    KDA Крд  KEM Кем  KGD Клг  KGN Крг  KHA Хаб  KHM ХМАО  KIR Кир  KK Хак  KL Клм  KLU Клж
    KO Коми  KOS Кос  KR Кар  KRS Крс  KYA Кря  LEN Лен  LIP Лип  MAG Маг  ME МЭл  MO Мор
    MOS Мос  MOW Мск  MUR Мур  NEN НАО  NGR Нов  NIZ Ниж  NVS Нск  OMS Омск  ORE Орен  ORL Орёл
    PER Прм  PNZ Пен  PRI При  PSK Пск  ROS Рост  RYA Ряз  SA Якут  SAK Сах  SAM Сам  SAR Сар
    SE Осет  SMO Смо  SPE СПб  STA Став  SVE Свер  TA Тат  TAM Тамб  TOM Том  TUL Тула
    TVE Твер  TY Тыва  TYU Тюм  UD Удм  ULY Уль  VGG Влг  VLA Вла  VLG Вол  VOR Вор  YAN ЯНАО
    YAR Яро  YEV ЕАО  ZAB Заб
    """,
}
"""Language -> code and short name of each tile; in other languages a tile shows its code."""
