import Foundation
import Store

@testable import AvatarTypes

/// A conversation of many sessions and 600 turns, the same in every run, with questions about what was said
/// in it and the turns that answer them.
///
/// Evidence and questions are written by hand and share few words; around them stands chatter about the
/// same things, made from parts.
struct RecallSet {
    struct Question {
        var text: String
        /// The turn that answers it.
        var evidence: String
    }

    static let turnCount = 600
    static let sessionCount = 20
    static let start = 1_780_000_000.0

    var turns: [Turn] = []
    var questions: [Question] = []

    init(_ pairs: String = RecallSet.pairs, seed: UInt64 = 1) {
        var generator = SeededGenerator(seed: seed)
        func pick(_ list: [String]) -> String {
            list[Int(generator.next() % UInt64(list.count))]
        }
        questions = pairs.split(separator: "\n").map { line in
            let parts = line.split(separator: "|").map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            return Question(text: parts[1], evidence: parts[0])
        }
        var texts = questions.map(\.evidence)
        while texts.count < Self.turnCount {
            let chatter =
                switch generator.next() % 5 {
                case 0, 1:
                    "\(pick(Self.openings)) \(pick(Self.deeds)) \(pick(Self.times)), \(pick(Self.comments))."
                case 2: "\(pick(Self.opinions)) \(pick(Self.things)), \(pick(Self.comments))."
                case 3:
                    "\(pick(Self.russianTimes)) \(pick(Self.russianDeeds)), \(pick(Self.russianComments))."
                default: "\(pick(Self.japaneseTimes))\(pick(Self.japaneseDeeds))"
                }
            if !texts.contains(chatter) { texts.append(chatter) }
        }
        for place in texts.indices.reversed().dropLast() {
            texts.swapAt(place, Int(generator.next() % UInt64(place + 1)))
        }
        let perSession = Self.turnCount / Self.sessionCount
        turns = texts.enumerated().map { number, text in
            // A session every third day, a turn every half minute.
            Turn(
                room: "main", user: "anna", speaker: .user, text: text,
                time: Self.start + Double(number / perSession) * 3 * 86400
                    + Double(number % perSession) * 30)
        }
    }

    // MARK: - Chatter

    private static let openings = [
        "I", "My neighbour and I", "My cousin", "We all", "A colleague of mine", "My flatmate",
    ]
    private static let deeds = [
        "went to the market", "watched a documentary", "cooked pasta", "cleaned the kitchen",
        "took the bus to work", "had a long meeting", "bought new shoes", "played cards",
        "walked along the river", "read the newspaper", "listened to the radio", "repaired a chair",
        "visited the museum", "baked bread", "missed the train", "called the office",
        "painted a fence", "studied for an hour", "fed the birds", "slept badly",
    ]
    private static let times = [
        "yesterday", "this morning", "last night", "on Monday", "after lunch", "before breakfast",
        "at the weekend", "on the way home",
    ]
    private static let comments = [
        "nothing special", "it was nice enough", "it took for ever", "and that was that",
        "as usual", "which was a bit tiring", "but the weather was grey", "it could be worse",
        "quite pleasant really", "not my best idea",
    ]
    private static let opinions = [
        "I have been thinking about", "People keep talking about", "I never understood",
        "There was something on the radio about", "My boss mentioned",
    ]
    private static let things = [
        "holidays", "trains", "music", "football", "cooking", "languages", "old films", "gardens",
        "computers", "school", "cats and dogs", "the sea", "money", "birthdays", "medicine",
    ]
    private static let russianTimes = [
        "Вчера", "Сегодня утром", "В понедельник", "После обеда", "На выходных", "Вечером",
    ]
    private static let russianDeeds = [
        "ходили в магазин", "смотрели сериал", "готовили суп", "убирались дома",
        "долго стояли в пробке", "слушали музыку", "гуляли в парке", "читали новости",
        "чинили кран", "играли в карты", "ездили на дачу", "звонили друзьям",
        "работали допоздна", "пили чай с соседкой",
    ]
    private static let russianComments = [
        "ничего особенного", "было неплохо", "всё как обычно", "немного устали",
        "погода так себе", "зато весело", "время пролетело быстро",
    ]
    private static let japaneseTimes = ["昨日は", "今朝は", "週末は", "夕方は", "お昼に", "夜は"]
    private static let japaneseDeeds = [
        "散歩をしました。", "テレビを見ました。", "掃除をしました。", "買い物に行きました。", "電車が遅れました。",
        "カレーを作りました。", "早く寝ました。", "雨が降りました。", "友達と話しました。", "音楽を聞きました。",
    ]

    // MARK: - What is asked

    /// For bettering the search.
    static let pairs = """
        I work as a nurse at the children's hospital | What is my job?
        We adopted a kitten, she is called Pixel | What's the name of our cat?
        I grew up in a small village near Bergen | Where did I spend my childhood, which village?
        My sister Olga teaches chemistry | What does my sister do for a living?
        I'm allergic to peanuts, one bite and I swell up | Which food must I avoid because of an allergy?
        I play the cello in an amateur orchestra | Which instrument do I play?
        My wedding is going to be on the 14th of September | When am I getting married?
        I broke my left wrist snowboarding in Austria | How did I injure my wrist?
        The doctor prescribed me iron tablets | What medicine am I taking?
        I've been learning Portuguese with an app | What language am I studying?
        Our flat is on the fifth floor without a lift | On what floor is our apartment?
        I ran my first half marathon in under two hours | How fast did I run the half marathon?
        My favourite writer is Ursula Le Guin | Who is my favorite author?
        Grandpa was a lighthouse keeper | What was my grandfather's profession?
        I painted the bedroom walls dark green | What colour is my bedroom?
        We are saving up for a trip to Patagonia | Where do we want to travel?
        I can't stand coriander, it tastes like soap | Which herb do I hate?
        My old Volvo finally died on the motorway | What happened to my car?
        Tom and I argued about the inheritance | What did I quarrel about with Tom?
        I'm writing my thesis on coral reefs | What is the topic of my thesis?
        My daughter Mia lost her first tooth | What is my daughter called?
        I quit smoking three years ago | Do I smoke?
        I got promoted to head of the design team | What promotion did I receive?
        The wifi password at the cabin is bluewhale42 | What's the password for the cabin's internet?
        My best friend Priya moved to Toronto | To which city did Priya move?
        I volunteer at the animal shelter every Sunday | Where do I volunteer?
        I dream of opening a tiny bookshop | What business would I like to open?
        My blood type is O negative | What blood group am I?
        I have a meeting with the landlord on Thursday at six | When do I see my landlord?
        Our dog Biscuit ate my passport | Who destroyed my passport?
        I was born in 1994 in Lisbon | What year was I born in?
        I always drink my coffee with oat milk | How do I take my coffee?
        My brother Jonas is a pilot for a cargo airline | Which relative of mine flies planes?
        I won second prize in a photography contest | Which competition did I win a prize in?
        I'm afraid of deep water since I nearly drowned | What am I scared of?
        We named the boat Marigold | How is our boat called?
        My shoe size is 43 | What size are my shoes?
        I have been a vegetarian since university | Do I eat meat?
        The old oak in our garden fell in the storm | What did the storm do in our garden?
        My piano teacher was called Mrs Abernathy | Who taught me the piano?
        I collect stamps from countries that no longer exist | What do I collect?
        My boss, Mr Tanaka, is retiring in March | Who is retiring?
        I finished reading Moby Dick, it took me a year | Which novel did I finish?
        My mom's birthday is on the 2nd of April | When was my mother born?
        I sold my motorbike to pay for the dentist | Why did I sell my motorcycle?
        Я работаю бухгалтером в строительной фирме | Кем я работаю?
        Мою кошку зовут Клякса | Как зовут мою кошку?
        Мы с женой переехали в Калининград | В какой город мы переехали?
        У меня аллергия на мёд | На что у меня аллергия?
        Дочка поступила в музыкальную школу | Куда поступила моя дочь?
        Я учусь играть на балалайке | На каком инструменте я учусь играть?
        Брат служит на подводной лодке | Где служит мой брат?
        Мой любимый писатель — Булгаков | Кто мой любимый писатель?
        Летом мы поднимались на Эльбрус | На какую гору мы поднялись?
        Я сломал ногу на катке | Что случилось с моей ногой?
        Бабушка печёт пироги с капустой | С чем бабушкины пироги?
        Я коплю на новый велосипед | На что я откладываю деньги?
        Мой научный руководитель — профессор Громов | Как фамилия моего научного руководителя?
        Сосед сверху держит игуану | Какое животное у соседа?
        Я терпеть не могу оливки | Какую еду я ненавижу?
        Наша свадьба была в октябре | В каком месяце мы поженились?
        Я пишу роман про маяк | О чём мой роман?
        Папа ремонтирует старые часы | Чем увлекается мой отец?
        Мне поставили диагноз астма | Чем я болею?
        Мы назвали щенка Боцманом | Как зовут нашу собаку?
        Я боюсь летать на самолётах | Чего я боюсь?
        Моя машина — красная «Нива» | Какая у меня машина?
        В детстве я жил в Мурманске | Где я жил ребёнком?
        Подруга Лена открыла пекарню | Что открыла Лена?
        Начальника зовут Аркадий Петрович | Как зовут моего начальника?
        私は小学校の先生をしています | 私の仕事は何ですか
        猫の名前はモモです | 猫の名前を覚えていますか
        来月、札幌に引っ越します | どこに引っ越しますか
        妹はフランスに留学しています | 妹はどこにいますか
        えびアレルギーがあります | アレルギーは何ですか
        趣味は切手を集めることです | 私の趣味は何でしたか
        祖父は漁師でした | 祖父の職業は何でしたか
        高校ではテニス部の部長でした | 高校で何部でしたか
        誕生日は十一月三日です | 私の誕生日はいつですか
        一番好きな料理は肉じゃがです | 好きな料理は何ですか
        去年の夏に富士山に登りました | どの山に登りましたか
        車が壊れて修理に出しました | 車はどうなりましたか
        """

    /// Written after the search was, and never used to better it.
    static let heldOutPairs = """
        I teach geography at a secondary school | What subject do I teach?
        My parrot can whistle the national anthem | What trick does my parrot know?
        We spent our honeymoon in Iceland | Where did we go on honeymoon?
        I take the night shift on Wednesdays | Which day do I work at night?
        My nephew Leo started kindergarten | Who went to kindergarten?
        I twisted my ankle at the climbing gym | What happened to my ankle?
        I'm reading a biography of Marie Curie | Whose biography am I reading?
        The landlord raised the rent by ten percent | How much did the rent go up?
        I bought a second-hand telescope | What did I buy for looking at the stars?
        My flight to Denver leaves at 7:40 | At what time is my flight?
        I have two cups of green tea every morning | What do I drink in the mornings?
        Dad used to sing in a jazz band | What did my father do in a band?
        I lost my umbrella in the cinema | Where did I leave my umbrella?
        Our anniversary is on the 30th of June | When is our anniversary?
        I'm training for a triathlon | What sporting event am I preparing for?
        My roommate Carlos snores terribly | Who snores?
        I hate getting up early | What do I dislike about mornings?
        I planted tulips behind the shed | Which flowers did I plant?
        My phone fell into the lake | What happened to my phone?
        I studied law but never practised | What did I study at university?
        Моя сестра живёт в Праге | В каком городе живёт сестра?
        Я купил дочке скрипку | Что я купил дочери?
        Мы ездили на Байкал в июле | Когда мы были на Байкале?
        Я вешу восемьдесят килограммов | Сколько я вешу?
        Мой дядя был шахтёром | Кем был дядя?
        Я забыл зонт в трамвае | Где я оставил зонт?
        Начал бегать по утрам | Чем я занимаюсь утром?
        У сына экзамен по физике во вторник | Когда у сына экзамен?
        Я варю варенье из крыжовника | Из чего я варю варенье?
        Мой попугай умеет материться | Что умеет мой попугай?
        Жена учит итальянский | Какой язык учит жена?
        Мы купили дом под Тулой | Где мы купили дом?
        母は京都で生まれました | 母の生まれた場所はどこですか
        犬を二匹飼っています | 犬は何匹いますか
        毎週金曜日にピアノを習っています | ピアノはいつ習っていますか
        兄は医者になりました | 兄の仕事は何ですか
        来年、カナダに行く予定です | 来年どこに行きますか
        好きな色は紫です | 私の好きな色は何ですか
        """
}
