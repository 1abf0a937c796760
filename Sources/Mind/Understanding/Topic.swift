/// What a message is about, apart from facts: courtesy, feelings, the character herself.
enum Topic: String, CaseIterable, Sendable {
    // In the order in which they are answered.
    case crisis, hello, goodMorning, goodNight, howAreYou, welcomeBack
    case gift, thanks, praise, love, insult, sorry, apologyDemand
    case sad, tired, angry, afraid, sick, hungry, happy, bored, lonely, stressed
    case name, kind, maker, age, place, gender, likes, abilities, feelings, selfFeeling, doing,
        favouriteColour, favouriteFood
    case pity, family, dreamt, diary, dreams, sleepSelf, models
    case rememberMe, time, date, weekday
    case joke, riddle, riddleAnswer, story, sing, fact, advice, game
    case weather, search, act, help, knowledge, otherSubject
    case meaning, test, nothing, unsure, agree, refuse, laugh, surprised, whatNext, why
    case bye

    static func topics(in clauses: [Clause]) -> [Topic] {
        var found: Set<Topic> = []
        for clause in clauses {
            let plain = clause.withoutFillers
            for (topic, pattern) in clause.isJapanese ? japaneseShapes : shapes
            where !found.contains(topic) {
                if pattern.match(plain) != nil || pattern.match(clause) != nil {
                    found.insert(topic)
                }
            }
        }
        return allCases.filter(found.contains)
    }

    private static let shapes = patterns(of: table)
    private static let japaneseShapes = patterns(of: japaneseTable)

    private static func patterns(of table: [(Topic, [String])]) -> [(Topic, Pattern)] {
        table.flatMap { topic, patterns in patterns.map { (topic, Pattern($0)) } }
    }

    private static let table: [(Topic, [String])] = [
        (
            .crisis,
            [
                "* (kill myself|end my life|want to die|wanna die|suicide|suicidal|hurt myself|no reason to live) *",
                "* (покончить с собой|убить себя|не хочу жить|хочу умереть|суицид~|хочется умереть|незачем жить|резать себя) *",
            ]
        ),
        (
            .hello,
            [
                "(hi|hello|hey|hiya|yo|greetings|howdy) [there|again|mirai|dear|everyone|~]",
                "good (afternoon|evening|day) *",
                "(привет|приветик|здравствуй|здравствуйте|хай|салют|приветствую|здорово) [мирай|тебе|снова|всем|дорогая]",
                "(добрый|доброго) (день|вечер|дня|вечера) *",
            ]
        ),
        (
            .goodMorning,
            ["good morning *", "morning", "(доброе утро|с добрым утром|утречко) *"]
        ),
        (
            .goodNight,
            [
                "(good night|goodnight|sweet dreams) *", "i am (going|off) to (bed|sleep) *",
                "(спокойной ночи|доброй ночи|сладких снов) *", "я [пойду|иду] спать *",
            ]
        ),
        (
            .howAreYou,
            [
                "how are you *",
                "how (is it going|are things|do you feel|have you been|is your day|was your day) *",
                "how do you do",
                "(what is up|sup|wassup|whats up) *", "are you (ok|okay|fine|happy|alright) *",
                "how you doing *", "and you", "what about you", "how about you",
                "(are|feeling) you (good|well)",
                "[ну] как (дела|ты|жизнь|поживаешь|настроение|оно|сама|твои дела|у тебя дела|ты там|прошел день|твой день) *",
                "как у тебя (дела|настроение|день) *",
                "(как|какое) [у тебя] [твое] настроение", "ты (в порядке|как)",
                "у тебя все (хорошо|нормально)", "а (ты|у тебя)", "что нового",
                "ты (счастлива|грустишь|рада|довольна) *",
            ]
        ),
        (
            .welcomeBack,
            ["i am (back|home) *", "(я вернулся|я вернулась|я дома|я снова (тут|здесь)) *"]
        ),
        (
            .thanks,
            [
                "(thanks|thank you|thx|ty|cheers|much appreciated) *",
                "* thank you [so much|very much]", "(спасибо|благодарю|спс|спасибки) *",
            ]
        ),
        (
            .gift,
            [
                "[here] i (bought|brought|got|made|baked|have|drew) [for] you (a|an|some|this|these|two|your) *",
                "i [have] (bought|brought|got|made|baked|drew|have) [you] (a|an|some|this|these|two|something) {thing:4} for you *",
                "i have (a|an|some) [little|small|nice] (gift|present|surprise) *",
                "(here is|here are|this is|take) [a|an|the|your|this] {thing:3} for you *",
                "(это тебе|тебе подарок|держи подарок|лови подарок|вот тебе) *",
                "[я] (дарю|подарю|подарил|подарила|купил|купила|принес|принесла|испек|испекла|приготовил|приготовила) [для] (тебе|тебя) *",
                "у меня [для тебя|есть для тебя|для тебя есть] (подарок|сюрприз) [для тебя] *",
            ]
        ),
        (
            .praise,
            [
                "you are [so|very|really|such|the|a|quite|too|my] [a|an|most] (nice|sweet|kind|smart|clever|cute|beautiful|pretty|awesome|amazing|great|best|good|wonderful|funny|lovely|cool|adorable|brilliant|sweetheart|perfect|friend|good friend|best friend|talented) *",
                "(good girl|well done|good job|nice one|great job)", "i (like|adore) you *",
                "(nice|great|good) (voice|hair|smile|answer) *",
                "you look (great|good|nice|beautiful|pretty|cute) *",
                "(that is|this is) [so|very|really] (sweet|nice|kind|funny|clever) *",
                "i like your *", "i love your *",
                "ты [очень|такая|самая|просто|у меня|моя] [такая|самая] (хорошая|милая|умная|красивая|добрая|классная|крутая|замечательная|лучшая|прекрасная|чудесная|молодец|смешная|забавная|прелесть|умница|лапочка|супер|солнышко|очаровательная) *",
                "(молодец|умница|умничка|красавица|прелесть) *", "ты мне нравишься *",
                "мне [очень] нравится (твой|твоя|твое|твои|с тобой|как ты) *",
                "у тебя (красивый|приятный|милый|красивая|красивые|милая) *",
                "(как мило|очень мило|здорово сказано)",
            ]
        ),
        (
            .love,
            [
                "(have|did) you (miss|missed) me *", "ты (скучала|скучал|соскучилась|соскучился) *",
                "i love you *", "do you love me *", "will you marry me *",
                "(я [тебя] люблю тебя|я тебя люблю|люблю тебя) *", "ты (меня любишь|любишь меня) *",
                "(выходи|выйдешь) за меня *", "[я] скучал~ [по тебе]", "i missed you *",
                "[i am] [so|very] glad to see you *",
                "[я] [так|очень] (рад|рада) тебя (видеть|слышать) *",
            ]
        ),
        (
            .insult,
            [
                "you are [so|very|really|such|just|a|an] [a|an|so] (stupid|dumb|idiot|ugly|useless|boring|annoying|bad|terrible|awful|worthless|fake|liar|trash|pathetic|weird|creepy|moron) *",
                "(shut up|screw you|fuck you|fuck off|go to hell|you suck|i hate you) *",
                "(stupid|idiot|dumb|useless) [bot|machine|thing|girl|robot|ai|program]",
                "ты [очень|такая|просто|полная] (дура|тупая|глупая|дурочка|страшная|бесполезная|скучная|уродина|ужасная|плохая|дурная|идиотка|бесишь|раздражаешь|надоела|достала) *",
                "(заткнись|отстань|иди к черту|пошла вон|ненавижу тебя|я тебя ненавижу) *",
                "(дура|тупая|идиотка) [ты|такая|железка|программа]",
            ]
        ),
        (
            .sorry,
            [
                "(sorry|i am sorry|my apologies|forgive me|i apologize) *",
                "(извини|прости|извините|простите|прошу прощения) *",
            ]
        ),
        (
            .sad,
            [
                "i [am] (am|feel|am feeling|feel so|am so|am very|am really|am a bit|feel very|feel really) [so|very|really|a bit|a little|kind of] (sad|down|depressed|bad|terrible|awful|unhappy|blue|heartbroken|miserable|upset|empty) *",
                "i had a [really|very|so] (bad|terrible|hard|rough|awful) (day|week|time) *",
                "(my|our) {who:2} [just] (died|passed away|left me|is dying|dumped me) *",
                "i (lost|failed|miss) *", "it was a (bad|terrible|hard|rough) day *",
                "* (broke up|dumped me|cried|crying) *", "(sad|not good|not great|bad) *",
                "i got fired *",
                "мне [очень|так|сегодня|что-то|как-то] [очень|так] (грустно|плохо|тоскливо|печально|тяжело|больно|паршиво|хреново|грустненько) *",
                "я [очень|так] (расстроен|расстроена|подавлен|подавлена|в депрессии|несчастен|несчастна|плакал|плакала|плачу) *",
                "[у меня] [был|была|было] [сегодня|очень] (плохой|тяжелый|ужасный|трудный|плохая|тяжелая) (день|неделя|время) *",
                "* (умер|умерла|бросил меня|бросила меня|расстались|уволили) *",
                "(грустно|плохо|не очень|так себе|паршиво) *",
                "я (потерял|потеряла|провалил|провалила|скучаю) *",
                "[у меня] (нет настроения|все плохо) *",
            ]
        ),
        (
            .tired,
            [
                "* (tired|exhausted|sleepy) [today|now|too]",
                "(устал|устала|вымотался|вымоталась|сонный|сонная) *",
                "i am [so|very|really|a bit|just] (tired|exhausted|sleepy|worn out|burnt out) *",
                "(tired|exhausted) *",
                "я [очень|так|сегодня|немного] (устал|устала|вымотан|вымотана|вымотался|вымоталась|хочу спать|сонный|сонная) *",
                "(устал|устала) *",
            ]
        ),
        (
            .angry,
            [
                "i am [so|very|really] (angry|mad|furious|annoyed|pissed) *",
                "* (pisses me off|makes me angry|drives me crazy) *",
                "я [очень|так] (зол|злюсь|зла|злой|злая|в ярости|в бешенстве|раздражен|раздражена) *",
                "меня (бесит|бесят|раздражает|достало) *",
            ]
        ),
        (
            .afraid,
            [
                "i am [so|very|really|a bit] (scared|afraid|nervous|anxious|worried|terrified) *",
                "i (fear|worry) *",
                "я [очень|так|немного] (боюсь|волнуюсь|переживаю|нервничаю|в панике) *",
                "мне [очень] (страшно|тревожно|не по себе) *",
            ]
        ),
        (
            .sick,
            [
                "i am [so|very|really|a bit] (sick|ill|unwell) *",
                "i have a (cold|headache|fever|flu|migraine) *",
                "my (head|back|tooth|stomach|throat) hurts *",
                "я [немного] (болею|заболел|заболела|простудился|простудилась|простыл|простыла) *",
                "у меня [сильно] (болит|температура|простуда|болят) *",
            ]
        ),
        (
            .happy,
            [
                "i am [so|very|really|just|feeling|quite] [so|very] (happy|glad|excited|thrilled|good|great|fine|well|ok|okay|proud|alright|wonderful) *",
                "i feel [so|very] (happy|good|great|wonderful) *",
                "i (won|passed|got the job|got promoted|got a job|did it|made it|got married|got engaged|finished|fell in love|am in love) *",
                "(great|good|fantastic|amazing) news *",
                "(it was|today was|i had) a [really|very] (great|good|wonderful|nice|lovely) (day|time|week) *",
                "(good|great|fine|wonderful|pretty good|very well|not bad|awesome) [thanks|thank you|too|and you|today]",
                "(yay|hooray|hurray|woohoo|yes i did it) *",
                "я [очень|так|сегодня|просто] (счастлив|счастлива|рад|рада|в восторге|доволен|довольна|горжусь|влюблен|влюблена|влюбился|влюбилась) *",
                "(у меня|сегодня|был) [сегодня] (отличный|хороший|прекрасный|замечательный|чудесный|отличное|хорошее) (день|настроение|новости) *",
                "я (сдал|сдала|выиграл|выиграла|победил|победила|закончил|закончила|поступил|поступила|получил работу|получила работу|справился|справилась|сделал это|сделала это) *",
                "(ура|отлично|хорошо|прекрасно|замечательно|супер|нормально|неплохо|все хорошо|все отлично|здорово|класс|круто) [спасибо|а у тебя|а ты|сегодня]",
                "(у меня|мне) все (хорошо|отлично|нормально|прекрасно) *",
                "мне [очень|так] (хорошо|радостно|весело) *", "(хорошие|отличные) новости *",
            ]
        ),
        (
            .bored,
            [
                "* bored [at|with|of|out|today|now] *", "* (скучно|скука) *",
                "i am [so|very|really|a bit] bored *", "(boring|this is boring|entertain me) *",
                "мне [очень|так] (скучно|нечего делать) *", "(скучно|развлеки меня|скукота) *",
            ]
        ),
        (
            .lonely,
            [
                "i [am|feel] [am|feel] [so|very|really] (lonely|alone) *",
                "i have no (friends|one) *", "(мне|я) [очень|так] (одиноко|одинок|одинока) *",
                "у меня нет друзей *",
            ]
        ),
        (
            .stressed,
            [
                "i am [so|very|really] (stressed|busy|overwhelmed|swamped) *",
                "* (deadline|too much work) *", "* (дедлайн|завал|слишком много работы|стресс) *",
                "я [очень] (занят|занята) *",
            ]
        ),
        (
            .name,
            [
                "(what is your name|who are you|what are you called|your name|how should i call you) *",
                "(как тебя зовут|твое имя|ты кто|кто ты|кто ты такая|как к тебе обращаться|представься) *",
                "(introduce yourself|tell me about yourself|tell me about you|tell me something about yourself)",
                "(расскажи|расскажешь) [мне] [что-нибудь|немного] о себе *",
            ]
        ),
        (
            .kind,
            [
                "are you [a|an|really|actually|just] [a|an|really] (ai|robot|human|bot|person|real|machine|computer|program|alive|chatbot|girl|cat) *",
                "what are you", "are you (conscious|sentient|chatgpt|gpt) *",
                "ты [настоящая|на самом деле|вообще|правда|точно] (ии|робот|человек|бот|программа|настоящая|живая|машина|нейросеть|искусственный интеллект|девушка|реальная) *",
                "что ты такое *", "ты искусственный *",
            ]
        ),
        (
            .maker,
            [
                "who (made|created|built|programmed|drew|designed|invented) you *",
                "where do you come from", "how (were you made|do you work|are you made) *",
                "кто тебя (создал|сделал|придумал|нарисовал|написал|разработал) *",
                "кто (создал|сделал|придумал|нарисовал) тебя *",
                "как ты (устроена|работаешь|сделана) *", "кто твой (создатель|автор|разработчик)",
            ]
        ),
        (
            .age,
            [
                "how old are you *", "what is your age", "when (were you born|is your birthday)",
                "сколько тебе лет *", "когда (ты родилась|у тебя день рождения|твой день рождения)",
            ]
        ),
        (
            .place,
            [
                "where (do you live|are you|are you from) *",
                "где ты [сейчас] (живешь|находишься|сейчас) *", "откуда ты *", "где ты",
            ]
        ),
        (.gender, ["are you (a girl|a boy|female|male) *", "ты (девочка|мальчик|парень) *"]),
        (
            .likes,
            [
                "what do you (like|love|enjoy) *", "what are your (hobbies|interests) *",
                "do you (like|love|enjoy) {what:6}", "what is your favourite (thing|hobby) *",
                "что ты любишь *", "что тебе нравится *",
                "(какие у тебя|твои) (увлечения|хобби|интересы) *", "ты любишь {what:6}",
                "тебе нравится {what:6}", "чем ты увлекаешься *", "какое у тебя хобби",
            ]
        ),
        (
            .favouriteColour,
            [
                "what is your (favourite|favorite) (color|colour) *",
                "(какой [у тебя] [твой] любимый цвет|твой любимый цвет) *",
            ]
        ),
        (
            .favouriteFood,
            [
                "what is your (favourite|favorite) (food|dish|drink) *", "(do|can) you eat *",
                "(какая [у тебя] [твоя] любимая еда|твоя любимая еда|твое любимое блюдо|ты ешь|что ты ешь) *",
            ]
        ),
        (
            .abilities,
            [
                "what languages *", "на каких языках *",
                "what can you do *",
                "(help|what are you able to do|how can you help me|what are you good at) *",
                "what (can|do) we (talk about|do) *", "что ты умеешь *", "do you speak *",
                "ты [говоришь|понимаешь|знаешь] (по-русски|по-английски|по-японски|русский|английский) *",
                "ты говоришь *",
                "(помощь|чем ты можешь помочь|что ты можешь|о чем поговорим|о чем мы можем поговорить|на что ты способна) *",
            ]
        ),
        (
            .feelings,
            [
                "do you (have feelings|feel|have emotions|have a soul|dream|think) *",
                "can you (feel|love|think|cry) *",
                "(у тебя есть|ты испытываешь) (чувства|эмоции|душа) *",
                "ты (чувствуешь|умеешь чувствовать|можешь чувствовать|думаешь) *",
            ]
        ),
        (
            .hungry,
            [
                "i am [so|very|really|a bit|getting] (hungry|starving|thirsty) *",
                "я [очень|так] (голоден|голодна|голодный|голодная|хочу есть|хочу пить) *",
                "(мне|очень) хочется есть *", "(хочу есть|есть хочется) *",
            ]
        ),
        (
            .help,
            [
                "(can|could|will|would) you [please] help [me|us] *", "i need [your|some] help *",
                "(поможешь|помоги|можешь помочь|ты поможешь) [мне|нам] *",
                "мне нужна [твоя] помощь *",
            ]
        ),
        (
            .knowledge,
            [
                "[do|did] you know (anything|something|much|a lot|a bit) about *",
                "what do you know about {what:4}", "have you [ever] heard (of|about) *",
                "ты [что-нибудь|что-то|много|хоть что-то] (знаешь|слышала|слышал) [что-нибудь|что-то|много] (про|о|об|обо) *",
                "что ты знаешь (про|о|об) *",
            ]
        ),
        (
            .otherSubject,
            [
                "let us (talk about|change) (something else|the subject|another thing) *",
                "(something else|another subject|change the subject) *",
                "[давай] [поговорим|поболтаем] (о другом|о чем-нибудь другом|про другое) *",
                "[давай] (сменим|другую) тему *",
            ]
        ),
        (
            .selfFeeling,
            [
                "(do|are|were|can) you [ever|sometimes|really|often|not] [get|feel|be|been] [so] (sad|lonely|bored|angry|scared|afraid|tired|jealous|happy|nervous) *",
                "do not you (get|feel) (sad|lonely|bored|tired) *",
                "(тебе|ты) [не|бывает|иногда|часто|тут|здесь|там|никогда] [не|бывает|бывает не|там|тут|одной|одному] (грустно|скучно|одиноко|страшно|больно|обидно|весело|грустишь|скучаешь|боишься|злишься|плачешь|устаешь) *",
                "ты (когда-нибудь|умеешь|можешь) (грустишь|грустить|злишься|злиться|плачешь|плакать|скучать|бояться) *",
            ]
        ),
        (
            .pity,
            [
                "(that|this|it) (sounds|must be|seems|is) [so|very|really|a bit|kind of|pretty] (lonely|boring|sad|hard|tiring|terrible for you|dull)",
                "(poor|poor you|poor thing)",
                "[звучит|это|как-то] [очень|довольно] (одиноко|грустно звучит|скучно звучит|звучит грустно|звучит одиноко|звучит скучно)",
                "(бедная|бедный|бедняжка|жаль тебя|жалко тебя)",
            ]
        ),
        (
            .doing,
            [
                "what do you do [all day|every day|today|now|for fun|when i am away|when i am gone|at night|here] *",
                "what (did|have) you (do|been doing|been up to) *", "how do you spend *",
                "[ты] (чем|что) [ты] [тут|здесь|обычно|сейчас|целый день|весь день] (занимаешься|занята|занят|делаешь|делала|делал) *",
                "как (провела|провел|проводишь|прошел твой) *",
                "what are you (doing|up to|thinking about|thinking) *",
                "(что (ты|сейчас) [сейчас] делаешь|чем занята|чем занимаешься|о чем думаешь|о чем ты думаешь|чем ты занимаешься|чем ты занята) *",
            ]
        ),
        (
            .family,
            [
                "do you have (any|some|many) (friends|family|siblings|pets) *",
                "у тебя есть (друзья|близкие|родные|кто-нибудь|кто-то) *",
                "do you have (a family|parents|siblings|friends|a boyfriend|a sister|a brother|pets|a cat|a pet) *",
                "у тебя есть (семья|родители|друзья|парень|сестра|брат|питомец|кот|мама) *",
            ]
        ),
        (
            .dreamt,
            [
                "[and] what did you dream *", "did you [have a] dream *", "tell me your dream",
                "tell me [about] (a|your) (last|latest) dream",
                "what was your [last|latest] dream *", "what have you dreamt *",
                "[а] что тебе (снилось|приснилось|снится) *", "что ты видела во сне *",
                "тебе (снилось|приснилось|снятся|снился) *",
                "(расскажи|какой был) [свой|твой] сон *",
            ]
        ),
        (
            .diary,
            [
                "what (is|do you write|did you write) in your diary *",
                "do you (keep|write|have) a diary *", "(read|show|tell) [me] [from] your diary *",
                "what did you write about me *",
                "что (у тебя|ты пишешь|ты написала|написано) в [твоем|своем] дневнике *",
                "ты ведешь дневник *", "(почитай|прочитай|покажи) [мне] [свой] дневник *",
                "что ты написала обо мне *",
            ]
        ),
        (
            .dreams,
            [
                "what (is your dream|do you want|do you dream about|are your dreams|do you wish for) *",
                "(о чем ты мечтаешь|какая у тебя мечта|чего ты хочешь|твоя мечта) *",
            ]
        ),
        (
            .sleepSelf,
            [
                "did you sleep *", "how did you sleep *", "ты (спала|спал|выспалась|выспался) *",
                "как (спалось|спала|спал)", "do you (sleep|get tired|rest|ever sleep) *",
                "ты (спишь|устаешь|отдыхаешь) *",
            ]
        ),
        (
            .models,
            [
                "(what|which) (model|llm) *",
                "(какая|какой|на какой) (модель|нейросеть|модели|нейросети) *",
            ]
        ),
        (
            .rememberMe,
            [
                "do you (remember|know) me *", "(have we met|do we know each other) *",
                "(ты [меня] помнишь [меня]|помнишь меня|ты меня знаешь|узнаешь меня|узнала меня) *",
            ]
        ),
        (
            .time,
            [
                "what time is it *",
                "(what is the time|the time please|do you know the time|got the time) *",
                "[do you know|tell me] what time it is *",
                "(который час|сколько времени|сколько сейчас времени|который сейчас час|подскажи время|сколько время) *",
            ]
        ),
        (
            .date,
            [
                "[do you know] what (date|is the date) *", "какое сегодня *",
                "(what is the date|what date is it|what is today s date|what day of the month) *",
                "what is (today's|todays) date *", "what (year|month) is it *",
                "(какое сегодня число|какая сегодня дата|какое число|какой сейчас год|какой сейчас месяц|какой год) *",
            ]
        ),
        (
            .weekday,
            [
                "[do you know] what day [of the week] (it is|is it|today is|is today) *",
                "[не знаешь|подскажи] какой (сегодня|нынче) день *",
                "[сегодня] (какой|какая) (день недели|сегодня день недели)",
                "what day [of the week] is (it|today) *", "what is today",
                "(какой сегодня день|какой день недели|какой сегодня день недели) *",
            ]
        ),
        (
            .joke,
            [
                "* joke *", "(make me laugh|say something funny|be funny) *",
                "* (шутк~|анекдот~|пошути|рассмеши) *",
            ]
        ),
        (.riddle, ["* riddle *", "* (загадк~|загадай) *"]),
        (
            .riddleAnswer,
            [
                "(i do not know the answer|no idea tell me|what is it then)",
                "(не знаю скажи|и что это|что это)",
                "(i give up|give up|what is the answer|tell me the answer|the answer) *",
                "(сдаюсь|какой ответ|скажи ответ|не знаю ответ|отгадка) *",
            ]
        ),
        (.story, ["* (story|fairy tale) *", "* (сказку|историю|историю) *"]),
        (
            .sing,
            [
                "(sing|can you sing|sing me|sing a song) *",
                "(спой|споешь|ты поешь|умеешь петь|ты умеешь петь) *",
            ]
        ),
        (
            .fact,
            [
                "(tell me something|tell me a fact|tell me something (interesting|new)|surprise me|fun fact) *",
                "(расскажи что-нибудь|расскажи что-то|удиви меня|интересный факт) *",
            ]
        ),
        (
            .advice,
            [
                "(what should i do|give me advice|any advice|what do you suggest|what do you recommend) *",
                "(что мне делать|посоветуй|дай совет|что посоветуешь) *",
            ]
        ),
        (
            .game,
            [
                "(let us play|play a game|do you want to play|wanna play) *",
                "(давай (поиграем|играть|сыграем)|поиграем|хочешь поиграть) *",
            ]
        ),
        (.weather, ["* weather *", "* (погод~) *"]),
        (
            .search,
            [
                "(search|google|look up|find) *",
                "(what is the news|what is happening in|any news|latest news) *",
                "(найди|загугли|поищи) *", "(какие новости|что в мире|новости) *",
            ]
        ),
        (
            .act,
            [
                "(order|buy|call|book|open|turn on|turn off|send|set an alarm|set a timer|play music|play a song|write code|translate|draw|remind me) *",
                "(can|could|will) you (order|buy|call|book|open|send|set|translate|draw|write|drive|cook|remind me) *",
                "(закажи|купи|позвони|забронируй|открой|включи|выключи|отправь|поставь будильник|поставь таймер|переведи|нарисуй|напиши код|напомни мне завтра) *",
                "(можешь|ты можешь|сможешь) (заказать|купить|позвонить|открыть|включить|отправить|поставить|перевести|нарисовать|написать) *",
            ]
        ),
        (
            .meaning,
            [
                "(what is the meaning of life|why are we here|what is love|what is happiness) *",
                "(в чем смысл жизни|что такое любовь|что такое счастье|зачем мы живем) *",
            ]
        ),
        (
            .test,
            [
                "(test|testing|ping|hello hello|can you hear me|are you there|are you here) *",
                "(тест|проверка|прием|ты тут|ты здесь|ты меня слышишь|слышишь меня|алло|ау) *",
            ]
        ),
        (
            .nothing,
            [
                "(nothing|not much|nothing much|nothing special|nothing new|not really anything|the usual|same as always|same old) [really|today|just] *",
                "(ничего|ничего особенного|ничего нового|да ничего|все как обычно|как обычно|по-старому|ничего интересного) [такого|особо|сегодня]",
            ]
        ),
        (
            .unsure,
            [
                "(maybe|perhaps|i do not know|not sure|i am not sure|dunno|idk) *",
                "(может быть|может|наверное|не знаю|я не знаю|возможно) *", "(hm|hmm|хм|м)",
            ]
        ),
        (
            .agree,
            [
                "(yes|yeah|yep|sure|ok|okay|of course|right|exactly|i agree|true|fine|alright|absolutely|definitely|please do|go on|yes please)",
                "(да|ага|угу|конечно|ладно|хорошо|ок|верно|точно|согласен|согласна|именно|давай|окей|конечно да|продолжай|хочу)",
            ]
        ),
        (
            .refuse,
            [
                "(no|nope|nah|not really|no thanks|never|no way|i do not want to)",
                "(нет|не|неа|не хочу|никогда|не надо|не очень хочется|нет спасибо)",
            ]
        ),
        (
            .laugh,
            ["(haha~|lol|lmao|rofl|hehe~|ha) *", "(ха|хаха~|ахах~|хех|хи-хи|хихи|лол|смешно) *"]
        ),
        (
            .surprised,
            [
                "(wow|whoa|oh my god|omg|really|no way|seriously|incredible|amazing|cool|interesting|nice)",
                "(ого|вау|ничего себе|правда|серьезно|не может быть|офигеть|интересно|прикольно|да ладно)",
            ]
        ),
        (
            .whatNext,
            [
                "tell me (another|another one|one more) *", "(another|one more) *",
                "(another joke|another riddle|another story)",
                "(давай|расскажи|загадай) (еще|еще одну|еще один|другую|другой) *",
                "(what else|tell me more|and then|go on|more|another|another one|one more) *",
                "(еще|что еще|расскажи еще|дальше|а дальше|еще одну|еще один|продолжай) *",
            ]
        ),
        (.why, ["(why|why not|how come|what for)", "(почему|зачем|отчего|почему нет)"]),
        (
            .bye,
            [
                "i (should|have to|must|need to|better|gotta|got to|will) (go|get going|get back to|leave|run|head out|head off|go now|go back to) *",
                "(ttyl|brb|catch you later|until tomorrow|see you tomorrow)",
                "[мне] (пора|надо|нужно) (идти|бежать|работать|ехать|возвращаться|спать) *",
                "[я] (побежал|побежала|ушел|ушла|отойду) *",
                "(bye|goodbye|see you|see ya|good bye|bye bye|cya|later|talk to you later|i have to go|i must go|gotta go|i should go|take care) *",
                "(пока|до свидания|увидимся|до встречи|прощай|бывай|мне пора|я пошел|я пошла|до завтра|покеда) *",
            ]
        ),
    ]
}
