/// Messages with what their writers feel, for bettering the scorer. Form as in `heldOutFeelings`.
let developmentFeelings = """
    joy | I'm so happy today!
    joy | We had a wonderful evening
    joy | Yay, it finally works
    joy | I passed my driving test
    joy | this is awesome, I'm having so much fun
    joy | lol that's so funny
    joy | My sister is getting married, I'm thrilled
    joy | Not bad at all, I enjoyed it
    joy | 🎉🎉 we did it
    affection | I love you
    affection | You're the sweetest, thank you
    affection | I wish I could hug you
    affection | I'm so grateful for you 🥰
    affection | you are my best friend
    sadness | I'm sad
    sadness | I broke up with my girlfriend
    sadness | My grandfather passed away
    sadness | I feel lonely and tired of everything
    sadness | I cried all night
    sadness | nothing makes sense anymore
    sadness | it didn't work out, I'm disappointed
    sadness | I don't feel good today 😢
    sadness | everything is going wrong
    anger | I'm really angry at him
    anger | This is unfair and it pisses me off
    anger | He lied to me, I hate him
    anger | stop it, you are annoying
    anger | WHY DOES THIS NEVER WORK
    anger | I'm sick of their excuses 😡
    fear | I'm afraid of the dark
    fear | I'm nervous about tomorrow
    fear | I keep having panic attacks
    fear | I'm anxious, what if something happens
    fear | that film was terrifying
    surprise | Wow!
    surprise | No way, I can't believe it
    surprise | That is unbelievable
    surprise | I'm shocked
    neutral | Where do I live?
    neutral | I work as a nurse
    neutral | Open the window please
    neutral | My birthday is in May
    neutral | How tall is the tower
    neutral | I am reading a book about trains
    joy | Я так счастлив!
    joy | Отличный вечер был, очень весело
    joy | Урааа, получилось
    joy | Я сдал на права
    joy | мне повезло сегодня
    joy | ржу не могу)))
    joy | Сестра выходит замуж, я так рада
    joy | Не плохо, мне понравилось
    affection | Я тебя люблю
    affection | Ты такая милая, спасибо тебе
    affection | хочу тебя обнять 🤗
    affection | скучаю по тебе
    affection | Ты мой лучший друг
    sadness | Мне грустно
    sadness | Я рассталась с парнем
    sadness | Дедушка умер
    sadness | Мне одиноко, и я от всего устала
    sadness | Проплакал всю ночь
    sadness | Ничего не получилось, я разочарован
    sadness | Всё плохо
    sadness | у меня депрессия
    sadness | Мне не хорошо(((
    anger | Я очень зла на него
    anger | Это несправедливо, меня это злит!
    anger | Он мне врал, ненавижу его
    anger | хватит, ты меня раздражаешь
    anger | Надоело! Сколько можно
    anger | Вот сволочь 😡
    fear | Я боюсь темноты
    fear | Волнуюсь перед завтрашним днём
    fear | У меня паника
    fear | Мне страшно, вдруг что-то случится
    fear | жуткий фильм, аж мурашки
    surprise | Ого!
    surprise | Да ладно, не верю
    surprise | Невероятно
    surprise | Я удивлена
    neutral | Где я живу?
    neutral | Я работаю медсестрой
    neutral | Открой окно, пожалуйста
    neutral | Мой день рождения в мае
    neutral | Какой высоты башня
    neutral | Читаю книгу про поезда
    joy | とても幸せ！
    joy | 嬉しいです
    joy | 楽しい一日だった
    joy | やった、できた！
    joy | 面白すぎるwww
    affection | 大好き
    affection | 愛してる
    affection | 感謝しています、ありがとう
    affection | 君に会いたい
    sadness | 悲しい
    sadness | 寂しいよ
    sadness | 泣いてしまった
    sadness | 祖父が亡くなりました
    sadness | がっかりした
    sadness | 元気が出ない
    anger | 怒ってる
    anger | 腹が立つ
    anger | あの人は大嫌い
    anger | いい加減にして！
    fear | 怖いよ
    fear | 心配で仕方がない
    fear | 不安です
    fear | 緊張してきた
    surprise | びっくり！
    surprise | すごい、信じられない
    surprise | え、マジで？
    neutral | ここはどこですか
    neutral | 看護師をしています
    neutral | 窓を開けてください
    neutral | 誕生日は五月です
    neutral | 本を読んでいます
    joy | I got the job!!! I start on Monday
    joy | We won the match and I scored twice
    joy | Best weekend in ages, honestly
    joy | my test results came back and everything is fine :)
    joy | haha that was hilarious
    joy | I'm over the moon today
    joy | Finally finished my thesis, what a relief
    joy | The concert last night was absolutely incredible
    affection | you always know how to cheer me up, I adore you
    affection | I missed you so much
    affection | Sending you a big hug ❤️
    affection | thank you for listening, you mean a lot to me
    affection | Love you, good night
    sadness | My dog died this morning
    sadness | I feel so empty lately
    sadness | She left me and I can't stop crying
    sadness | nobody came to my birthday party
    sadness | I failed the exam again :(
    sadness | I am not happy at all
    sadness | It's been lonely since I moved here
    sadness | I really miss my grandma
    anger | My boss is such a jerk, I can't stand him
    anger | they cancelled my flight AGAIN, this is outrageous!!
    anger | I'm so fed up with this stupid printer
    anger | Who the hell ate my lunch?!
    anger | it drives me mad when people are late
    anger | I hate being lied to
    fear | I'm scared of the surgery tomorrow
    fear | what if I lose my job? I can't sleep
    fear | My hands are shaking, the interview is in ten minutes
    fear | I'm worried about my mom
    fear | there's someone outside my door and I'm terrified
    surprise | Wait, what?! No way!
    surprise | I did not expect that at all
    surprise | wow, really? I had no idea
    surprise | omg are you serious 😱
    neutral | What time is it?
    neutral | I live on the third floor
    neutral | Tell me about the history of puppets
    neutral | The train leaves at nine
    neutral | I had soup for lunch
    neutral | can you set a reminder for tomorrow
    neutral | My brother works at a bank
    joy | Ура, меня взяли на работу!
    joy | Сегодня такой классный день, солнце, всё получается
    joy | Я сдала экзамен на пять))))
    joy | Мы наконец-то купили квартиру, счастью нет предела
    joy | ахаха, насмешила
    joy | Очень довольна отпуском
    joy | У меня родилась дочка!
    joy | Неплохо всё идёт, я рад
    affection | Ты у меня самая лучшая, обнимаю
    affection | Я по тебе соскучился
    affection | спасибо, что ты есть ❤️
    affection | Целую тебя, мой хороший
    affection | Обожаю с тобой болтать
    sadness | Мне так тоскливо сегодня
    sadness | Умерла моя кошка
    sadness | Опять никто не позвонил, сижу один
    sadness | Я плакала весь вечер
    sadness | Всё валится из рук, ничего не хочется
    sadness | Мы расстались...
    sadness | настроения нет совсем
    sadness | Мне совсем не весело
    anger | Как же меня бесит этот сосед!
    anger | Начальник опять наорал, сил нет терпеть этого гада
    anger | Достали уже со своими звонками
    anger | Я в ярости, они всё отменили!!
    anger | Какого чёрта он лезет в мою жизнь
    anger | Ненавижу, когда мне врут
    fear | Я боюсь завтрашней операции
    fear | Мне тревожно, не могу уснуть
    fear | А вдруг меня уволят?
    fear | Очень переживаю за маму
    fear | Страшно одной в этом доме
    surprise | Ничего себе! Не может быть!
    surprise | Вот это да, не ожидала
    surprise | Серьёзно?! Я в шоке
    surprise | Офигеть, правда что ли
    neutral | Который час?
    neutral | Я живу на третьем этаже
    neutral | Расскажи про кукольный театр
    neutral | Поезд уходит в девять
    neutral | На обед был суп
    neutral | Напомни мне завтра купить хлеб
    neutral | Мой брат работает в банке
    joy | 試験に合格した！やったー！
    joy | 今日は本当に楽しかった
    joy | すごく嬉しいニュースがあるよ
    joy | 笑った笑った、最高だね
    joy | 新しい仕事が決まって幸せです
    affection | いつもありがとう、大好きだよ
    affection | 会いたかったよ
    affection | あなたがいてくれてよかった❤️
    sadness | 飼っていた犬が死んでしまった
    sadness | とても悲しいです
    sadness | 一人で寂しい夜です
    sadness | 涙が止まらない
    sadness | 彼女に振られた、つらい
    sadness | 全然楽しくない
    anger | もう我慢できない、腹が立つ！
    anger | あいつ本当にむかつく
    anger | ふざけるな！許せない
    anger | 嘘をつかれて頭にきた
    fear | 明日の手術が怖い
    fear | 面接が不安で眠れない
    fear | 母の病気が心配です
    surprise | えっ、本当に？びっくりした！
    surprise | まさか！信じられない
    surprise | うそでしょ、驚いた
    neutral | 今何時ですか
    neutral | 東京に住んでいます
    neutral | 人形劇について教えて
    neutral | 電車は九時に出ます
    neutral | お昼はうどんを食べました
    neutral | 兄は銀行で働いています
    joy | Guess who just got promoted! Me!
    joy | the puppies are finally here and they are so cute, best day ever
    joy | I can't stop smiling since this morning
    joy | our little band played its first gig and people danced
    joy | what a lovely surprise party, I had a blast
    joy | 10/10 would do it again
    joy | passed everything, summer can start :D
    affection | I'm so lucky to have you in my life, hugs
    affection | you are very dear to me
    affection | thinking of you, can't wait to hold you again
    affection | thanks for being there when I needed you
    sadness | my best friend moved to another country and I feel lost
    sadness | the house is so quiet since the kids are gone
    sadness | I wasn't invited, again
    sadness | another rejection letter today
    sadness | I don't see the point any more
    sadness | it hurts more than I thought it would
    sadness | my phone broke and all the photos are gone :(
    anger | this company is a joke, I want my money back
    anger | he keeps interrupting me and it makes my blood boil
    anger | for god's sake, just leave me alone!
    anger | I'm furious with my landlord
    anger | they treat us like garbage
    fear | I heard strange noises downstairs and I'm freaking out
    fear | the doctor wants to see me again and I'm really worried
    fear | I get so nervous before exams that my stomach aches
    fear | planes terrify me
    surprise | hold on, you remembered that? wow
    surprise | I never thought she would say yes, I'm stunned
    surprise | well that came out of nowhere
    neutral | could you read me the news
    neutral | I usually take the bus at eight
    neutral | what's the capital of Peru?
    neutral | I am thinking of buying a new chair
    neutral | my aunt has two cats
    joy | Представляешь, я выиграл билеты на концерт!
    joy | Какое же счастливое лето вышло
    joy | Сынок сегодня сделал первый шаг, я вся сияю
    joy | Отпраздновали на славу, было так весело
    joy | Проект одобрили, можно выдохнуть)))
    joy | Обожаю такие вечера, чай и пледик
    affection | Ты мне очень дорога
    affection | как хорошо, что ты у меня есть
    affection | Спасибо за поддержку, обнимаю крепко
    affection | Жду не дождусь, когда тебя увижу, любимая
    sadness | На душе кошки скребут
    sadness | Снова отказали, руки опускаются
    sadness | Бабушки больше нет
    sadness | Я так скучаю по дому
    sadness | Хочется плакать и никого не видеть
    sadness | Праздник прошёл без меня, обидно до слёз
    anger | Да как они смеют!
    anger | Опять пробки, убил бы всех
    anger | Меня просто трясёт от злости
    anger | Хамка на кассе испортила весь день, бесит
    anger | Соседи снова сверлят в семь утра, задрали
    fear | Завтра к врачу, очень волнуюсь
    fear | За окном кто-то ходит, мне жутко
    fear | Боюсь, что не справлюсь
    fear | Сердце колотится от страха
    surprise | Ого, вот так новость!
    surprise | Подожди, что?! Это правда?
    surprise | Я просто не могу в это поверить
    neutral | Завтра у меня встреча в десять
    neutral | сколько стоит билет до Казани
    neutral | Я пью кофе без сахара
    neutral | Включи, пожалуйста, свет
    neutral | Моя тётя живёт в Самаре
    joy | 推しのライブ、最高だった！
    joy | 今日は天気も良くて気分がいいな
    joy | 宝くじが当たったよ！
    joy | 子供が生まれて幸せいっぱいです
    affection | 君のことが大好きだよ
    affection | ずっとそばにいてね
    affection | 支えてくれて本当にありがとう
    sadness | 誰もわかってくれない、寂しい
    sadness | 面接に落ちた…もう無理
    sadness | 友達が引っ越して悲しい
    sadness | 心にぽっかり穴が空いたみたい
    anger | 店員の態度が悪くて腹が立った
    anger | また約束を破られた、許せない
    anger | 隣がうるさくてイライラする
    fear | 夜道が怖くて走って帰った
    fear | 発表の前で緊張している
    fear | 検査の結果が心配
    surprise | ええっ、そんなことがあるの？
    surprise | 急に声をかけられてびっくりした
    neutral | 駅まで歩いて十分です
    neutral | 明日の予定を教えて
    neutral | 毎朝パンを食べます
    neutral | 姉は大阪にいます
    """
