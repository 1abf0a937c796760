/// Enough of Russian declension to store a word as a dictionary has it and to say it back.
///
/// Places and professions only. Forward and backward rules are inverse to each other, so an unknown word
/// that is stored wrongly is still spoken back as it was heard.
enum RussianForms {
    private static let fixed = "оуюэ"

    /// «в Москве» → Москва. Capital letters decide nothing; each word of a name is turned.
    static func nominative(fromPrepositional text: String) -> String {
        mapWords(text) { word in
            if let known = places[word.lowercased()] { return known }
            let stem = String(word.dropLast())
            switch true {
            case word.hasSuffix("ии"): return stem + "я"
            case word.hasSuffix("ом") && text.contains(" "): return word.dropLast(2) + "ый"
            case word.hasSuffix("ем") && text.contains(" "): return word.dropLast(2) + "ий"
            case word.hasSuffix("ах"):
                let base = String(word.dropLast(2))
                return base + (base.last.map { "кгхжшщч".contains($0) } == true ? "и" : "ы")
            case word.hasSuffix("и"): return stem + "ь"
            case word.hasSuffix("е"):
                let masculine = [
                    "ск", "бург", "град", "город", "ов", "ев", "ин", "поль", "он", "ен", "иж", "им",
                    "рид", "ик", "ок", "ан", "юл",
                ]
                return stem.count < 3
                    || masculine.contains { stem.lowercased().hasSuffix($0) }
                        && !["сква"].contains(stem.lowercased() + "а")
                    ? stem : stem + "а"
            default: return word
            }
        }
    }

    /// Москва → «в Москве».
    static func prepositional(fromNominative text: String) -> String {
        mapWords(text) { word in
            if let known = irregularPlaces[word] { return known }
            if places[word.lowercased()] != nil { return word }
            let stem = String(word.dropLast())
            switch word.last {
            case "я" where word.hasSuffix("ия"): return stem + "и"
            case "а", "я": return stem + "е"
            case "ь": return stem + "и"
            case "й" where word.hasSuffix("ый"): return word.dropLast(2) + "ом"
            case "й" where word.hasSuffix("ий"): return word.dropLast(2) + "ем"
            case "й": return stem + "е"
            case "ы", "и": return stem + "ах"
            case let last?
            where last.isLetter && last.lowercased() >= "а" && last.lowercased() <= "я"
                && !(fixed + "е").contains(last):
                return word + "е"
            default: return word
            }
        }
    }

    /// «работаю программистом» → программист.
    static func nominative(fromInstrumental text: String) -> String {
        mapWords(text) { word in
            if let known = jobs[word.lowercased()] { return known }
            switch true {
            case word.hasSuffix("цом"): return word.dropLast(3) + "ец"
            case word.hasSuffix("ом"): return String(word.dropLast(2))
            case word.hasSuffix("елем"), word.hasSuffix("арем"): return word.dropLast(2) + "ь"
            case word.hasSuffix("ем"):
                let stem = word.dropLast(2)
                return stem.last.map { "чшщжц".contains($0) } == true ? String(stem) : stem + "й"
            case word.hasSuffix("ым"): return word.dropLast(2) + "ый"
            case word.hasSuffix("им"): return word.dropLast(2) + "ий"
            case word.hasSuffix("ой"): return word.dropLast(2) + "а"
            case word.hasSuffix("ей"):
                let stem = word.dropLast(2)
                return stem + (stem.last.map { "чшщжц".contains($0) } == true ? "а" : "я")
            default: return word
            }
        }
    }

    /// What a first person says of itself, as it is said to it: "я люблю свою работу" → "ты любишь свою
    /// работу".
    static func secondPerson(_ words: [Clause.Word]) -> String {
        words.enumerated().map { index, word in
            if let pronoun = pronouns[word.key] {
                return pronoun
            }
            let afterSubject = words[..<index].suffix(3).contains { $0.key == "я" } || index == 0
            return afterSubject ? verb(word) : word.text
        }.joined(separator: " ")
    }

    private static func verb(_ word: Clause.Word) -> String {
        if let known = verbs[word.key] { return known }
        let key = word.key
        if key.hasSuffix("юсь"), key.count > 4 { return key.dropLast(3) + "ешься" }
        if key.count > 3, ["аю", "яю", "ею", "ую", "юю"].contains(where: key.hasSuffix) {
            return key.dropLast() + "ешь"
        }
        return word.text
    }

    private static func mapWords(_ text: String, _ change: (String) -> String) -> String {
        text.split(separator: " ").map { change(String($0)) }.joined(separator: " ")
    }

    /// Prepositional (or a form that never changes) → nominative, where the rules above would be wrong.
    private static let places: [String: String] = [
        "москве": "Москва", "питере": "Питер", "петербурге": "Петербург", "казани": "Казань",
        "санкт-петербурге": "Санкт-Петербург", "киеве": "Киев", "минске": "Минск",
        "нижнем": "Нижний", "новгороде": "Новгород", "екатеринбурге": "Екатеринбург",
        "новосибирске": "Новосибирск", "омске": "Омск", "томске": "Томск", "уфе": "Уфа",
        "самаре": "Самара", "перми": "Пермь", "твери": "Тверь", "рязани": "Рязань",
        "париже": "Париж", "берлине": "Берлин", "лондоне": "Лондон", "риме": "Рим",
        "мадриде": "Мадрид", "праге": "Прага", "вене": "Вена", "варшаве": "Варшава",
        "японии": "Япония", "россии": "Россия", "германии": "Германия", "франции": "Франция",
        "америке": "Америка", "китае": "Китай", "израиле": "Израиль", "сеуле": "Сеул",
        "пекине": "Пекин", "нью-йорке": "Нью-Йорк", "осаке": "Осака", "стамбуле": "Стамбул",
        "краснодаре": "Краснодар", "владивостоке": "Владивосток", "воронеже": "Воронеж",
        "ростове": "Ростов", "харькове": "Харьков", "львове": "Львов", "алматы": "Алматы",
        "сочи": "Сочи", "тбилиси": "Тбилиси", "ереване": "Ереван", "баку": "Баку",
        "киото": "Киото", "токио": "Токио", "осло": "Осло", "хельсинки": "Хельсинки",
        "деревне": "деревня", "крыму": "Крым", "калининграде": "Калининград", "туле": "Тула",
        "калуге": "Калуга", "ярославле": "Ярославль", "одессе": "Одесса", "риге": "Рига",
        "амстердаме": "Амстердам", "челябинске": "Челябинск", "саратове": "Саратов",
        "волгограде": "Волгоград", "ташкенте": "Ташкент", "лиссабоне": "Лиссабон",
        "мюнхене": "Мюнхен", "дубае": "Дубай", "бангкоке": "Бангкок", "шанхае": "Шанхай",
    ]

    private static let irregularPlaces = ["Крым": "Крыму", "Ярославль": "Ярославле"]

    private static let jobs = [
        "продавцом": "продавец", "врачом": "врач", "портным": "портной", "поваром": "повар",
        "официанткой": "официантка", "швеей": "швея", "судьей": "судья",
    ]

    private static let pronouns = [
        "я": "ты", "меня": "тебя", "мне": "тебе", "мной": "тобой", "мною": "тобой",
        "мой": "твой", "моя": "твоя", "мое": "твоё", "мои": "твои", "моего": "твоего",
        "моей": "твоей", "моему": "твоему", "мою": "твою", "моих": "твоих", "моим": "твоим",
        "моем": "твоём", "ты": "я", "тебя": "меня", "тебе": "мне", "твой": "мой", "твоя": "моя",
        "нас": "вас", "нам": "вам", "мы": "вы", "наш": "ваш", "наша": "ваша",
    ]

    private static let verbs = [
        "люблю": "любишь", "живу": "живёшь", "хочу": "хочешь", "могу": "можешь", "хожу": "ходишь",
        "сплю": "спишь", "пью": "пьёшь", "иду": "идёшь", "ем": "ешь", "смотрю": "смотришь",
        "боюсь": "боишься", "жду": "ждёшь", "учусь": "учишься", "пишу": "пишешь", "пою": "поёшь",
        "еду": "едешь", "езжу": "ездишь", "вижу": "видишь", "сижу": "сидишь", "стою": "стоишь",
        "говорю": "говоришь", "учу": "учишь", "ищу": "ищешь", "ношу": "носишь", "вожу": "водишь",
        "веду": "ведёшь", "рисую": "рисуешь", "танцую": "танцуешь", "готовлю": "готовишь",
        "коплю": "копишь", "храню": "хранишь", "кормлю": "кормишь", "лечу": "летишь",
        "куплю": "купишь", "буду": "будешь", "пойду": "пойдёшь", "поеду": "поедешь",
        "нахожусь": "находишься", "горжусь": "гордишься", "занимаюсь": "занимаешься",
        "ненавижу": "ненавидишь", "верю": "веришь", "курю": "куришь", "лежу": "лежишь",
        "строю": "строишь", "чиню": "чинишь", "собираюсь": "собираешься",
        "увлекаюсь": "увлекаешься",
        "родился": "родился", "делаю": "делаешь", "варю": "варишь", "плаваю": "плаваешь",
    ]
}

extension String {
    var capitalizedWord: String { prefix(1).uppercased() + dropFirst() }
}
