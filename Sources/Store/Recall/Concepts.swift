/// Words that mean nearly the same, in three languages: only a table.
///
/// Each line is one concept; a question about one's job finds "I work as a nurse". Japanese concepts are
/// pairs of characters, as the index has them.
enum Concepts {
    /// From a stem to its concept, `c7`.
    static let byStem: [String: String] = {
        var table: [String: String] = [:]
        for (number, line) in groups.split(separator: "\n").enumerated() {
            for word in line.split(separator: " ") {
                for stem in Terms.stemsOfWord(String(word)) where table[stem] == nil {
                    table[stem] = "c\(number)"
                }
            }
        }
        return table
    }()

    private static let groups = """
        job work profession career occupation employ employed office boss colleague hired работа работать профессия должность карьера офис начальник коллега устроился 仕事 職業 会社 働い nurse teacher engineer pilot lawyer accountant designer waiter waitress driver architect journalist electrician plumber scientist farmer keeper profession бухгалтер учитель врач инженер водитель юрист повар дизайнер официант медсестра журналист продавец электрик кем 看護 先生 医者 店員 会社員 職業 教師
        live home house apartment flat reside address moved move relocate жить живу дом квартира переехать переехал жилье адрес поселился 住ん 引越
        city town village город городок деревня село 都市
        country abroad страна граница родина 外国
        cat kitten kitty кот кошка котик котенок котенка котята 猫
        dog puppy собака пес щенок щенка щенки песика 犬 子犬
        pet animal питомец животное зверь ペッ 動物
        mother mom mum мать мама
        father dad отец папа
        parent parents родители 両親
        brother sister sibling брат сестра 兄弟 sibling relative family родственник 妹 弟 姉 兄
        wife husband spouse married marriage wedding marry жена муж брак свадьба женат замужем 結婚
        girlfriend boyfriend dating partner девушка парень встречаться 彼女 彼氏
        child children kid son daughter baby ребенок дети сын дочь малыш 子供 ребенком детство childhood
        grandmother grandma granny grandfather grandpa бабушка дедушка
        friend buddy pal mate friendship друг подруга приятель дружба 友達
        birthday born birth anniversary день-рождения рождение родился годовщина 誕生
        age old years возраст лет
        name called named имя зовут фамилия 名前
        food eat dish meal cook cooked cooking cuisine dinner lunch breakfast supper recipe еда есть блюдо готовить обед ужин завтрак рецепт кухня 料理 食べ
        drink tea coffee juice beverage напиток чай кофе сок пить 飲み
        sweet cake dessert chocolate cookie pie bake сладкое торт пирог десерт шоколад печенье
        fruit apple banana orange strawberry mango фрукт яблоко банан апельсин клубника
        colour color red blue green yellow purple цвет красный синий зеленый желтый фиолетовый
        music song sing band concert instrument guitar piano violin drums album музыка песня петь группа концерт гитара пианино скрипка инструмент 音楽
        film movie cinema series show watch watched кино фильм сериал смотреть 映画
        book read novel author library reading книга читать роман автор библиотека чтение 読書
        game play played playing videogame chess игра играть шахматы ゲー
        sport football soccer tennis basketball swim swimming run running gym marathon training yoga спорт футбол теннис баскетбол плавание бег зал марафон тренировка йога
        hobby interest pastime free-time хобби увлечение увлекаюсь интерес 趣味
        paint painting draw drawing art artist sketch рисовать картина рисунок искусство художник 絵画
        photo photography camera picture фото фотография камера снимок 写真
        dance dancing ballet танец танцевать балет
        travel trip journey vacation holiday visit visited tour flight путешествие поездка отпуск каникулы съездил рейс 旅行
        sea beach ocean coast море пляж океан берег
        mountain hike hiking climb camping forest гора поход лес палатка восхождение summit peak вершина подниматься подняться поднимались 登り 登山
        car drive driving vehicle bike bicycle motorcycle машина автомобиль водить велосипед мотоцикл volvo toyota ford bmw motorway garage нива лада гараж 車 修理
        train bus metro subway station поезд автобус метро вокзал станция 電車
        school study student university college class teacher exam lesson degree learn course школа учеба студент университет класс учитель экзамен урок учиться курс 学校 勉強 大学
        language english french spanish japanese russian german speak язык английский французский испанский японский русский немецкий говорить portuguese italian chinese korean arabic итальянский китайский корейский португальский 英語 語学
        money salary pay cost price expensive cheap budget debt деньги зарплата платить цена дорого дешево долг save saving saved копить коплю откладывать откладываю сбережения 貯金
        buy bought purchase shop store shopping покупка купить купил магазин 買い
        gift present surprise подарок подарить дарить сюрприз
        phone call smartphone mobile телефон звонить позвонил
        computer laptop software program programming code programmer developer app компьютер ноутбук программа программист код приложение разработчик
        health ill sick disease illness doctor hospital medicine pain surgery operation здоровье болеть болезнь врач больница лекарство боль операция 病気 病院 tablet pill prescribe diagnosis diagnose asthma diabetes flu fever cough диагноз таблетка прописать астма диабет грипп температура кашель заболевание
        allergy allergic intolerance аллергия аллергик непереносимость
        sleep insomnia tired dream bed спать сон бессонница устал
        fear afraid scared phobia worry anxious бояться страх боюсь тревога
        happy glad joy счастье радость рад
        sad unhappy depressed грусть печаль
        angry argue argument fight quarrel злость ссора спор поругались
        like love enjoy favourite favorite prefer adore fond любить нравится любимый обожать предпочитать 好き
        dislike hate detest ненавидеть stand терпеть невыносимо 嫌い
        weather rain snow sun storm погода дождь снег солнце гроза
        winter summer spring autumn season зима лето весна осень сезон
        garden plant flower tree grow vegetable сад растение цветок дерево огород овощи
        plan goal wish intend ambition план цель мечта собираюсь намерение
        party celebrate celebration festival праздник вечеринка отмечать
        religion church pray god temple религия церковь бог храм
        politics election vote government политика выборы голосовать
        war army soldier military война армия солдат
        police crime thief stole полиция преступление вор украли
        die dead death passed funeral lost умереть смерть похороны
        break broke broken repair fix сломать сломалась починить ремонт
        lose lost misplace потерять потерял потеряла пропал
        find found discover найти нашел нашла
        sister сестра
        company business startup firm entrepreneur компания бизнес фирма стартап
        project report presentation deadline meeting проект отчет презентация срок встреча
        hair haircut beard волосы стрижка борода
        clothes dress shirt shoes jacket wear одежда платье рубашка обувь куртка носить
        height tall weight рост высокий вес
        volunteer charity donate shelter волонтер благотворительность приют
        award prize win medal competition contest награда приз выиграть медаль конкурс соревнование promotion promoted промоушен повышение
        accident injury injured hurt авария травма сломал
        neighbour neighbor сосед соседка
        vegetarian vegan meat вегетарианец веган мясо
        smoke alcohol wine beer курить алкоголь вино пиво
        secret password code секрет пароль код
        herb spice coriander basil mint parsley pepper зелень специя укроп петрушка базилик перец
        vegetable potato tomato onion carrot olive cucumber овощ картошка помидор лук морковь оливка огурец
        month january february march april june july august september october november december месяц январь февраль март апрель июнь июль август сентябрь октябрь ноябрь декабрь
        marry married wedding пожениться поженились свадьба 結婚式
        size big large small размер большой маленький
        science chemistry physics biology math history наука химия физика биология математика история
        """
}

extension Terms {
    /// The stems of a table's word; hyphens join what is written apart.
    static func stemsOfWord(_ word: String) -> [String] {
        word.contains("-") ? [] : Terms(word).stems
    }
}
