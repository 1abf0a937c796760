/// Messages with what their writers feel, written after the scorer was, and never used to better it.
///
/// One a line: label, bar, message. Labels are those of `UserEmotion`. The hand is that of the scorer's
/// author, so strangers will be told a little less well.
let heldOutFeelings = """
    joy | My article was published today, I'm so proud of it
    joy | the baby laughed for the first time, it was wonderful
    joy | great day at the beach with friends
    joy | I beat my personal record, yesss
    joy | dinner was delicious and the company even better
    joy | feeling fantastic after that run
    affection | good night, I love talking with you
    affection | give me a hug, I missed you
    affection | I really appreciate you
    affection | you are a true friend, thank you
    sadness | I had to say goodbye to my old cat today, I cried so much
    sadness | no one ever asks how I am
    sadness | I'm disappointed in myself
    sadness | the doctor had bad news
    sadness | feeling miserable, stayed in bed all day
    sadness | we lost the final
    anger | I can't believe he lied to my face, I'm so angry
    anger | this app keeps crashing, I hate it
    anger | my neighbour is incredibly rude and selfish
    anger | stop telling me what to do!
    anger | that was so unfair
    fear | there is a big spider in my room and I'm too scared to move
    fear | I'm anxious about the flight
    fear | what if nobody likes me at the new school
    fear | had a nightmare, still trembling
    surprise | what?? you speak Japanese too? wow
    surprise | I was shocked to hear it
    surprise | no way, that is my birthday as well!
    neutral | do you know any riddles
    neutral | the meeting was moved to Thursday
    neutral | I usually read before going to bed
    neutral | how do I boil an egg?
    neutral | my car is blue
    neutral | she lives near the park
    joy | Какой чудесный вечер, всё удалось
    joy | Нам дали премию, я так рад!
    joy | Закончила картину, очень довольна собой
    joy | Внучка пошла в первый класс, я счастлива
    joy | Смеялись весь вечер до слёз
    affection | Мне так хорошо с тобой, спасибо
    affection | Обнимаю тебя, доброй ночи
    affection | Я по тебе скучала весь день
    sadness | Сегодня год, как не стало мамы
    sadness | Чувствую себя таким одиноким
    sadness | Никто меня не понимает, тоска
    sadness | Я провалила собеседование, очень расстроена
    sadness | Поссорились, и теперь на душе тяжело
    sadness | У меня плохое настроение
    anger | Меня достал этот начальник!
    anger | Терпеть не могу, когда опаздывают
    anger | Да сколько можно ждать, безобразие
    anger | Он меня обманул, я очень зол
    fear | Мне страшно идти туда одной
    fear | Я нервничаю перед выступлением
    fear | Тревога не отпускает с утра
    fear | Боюсь потерять работу
    surprise | Вау, ничего себе новости
    surprise | Я в шоке, он вернулся!
    surprise | Не может быть, ты помнишь!
    neutral | Я учусь на втором курсе
    neutral | Какая сегодня погода?
    neutral | Расскажи что-нибудь о море
    neutral | Магазин открывается в восемь
    neutral | У меня есть две сестры
    neutral | Я варю борщ
    joy | 今日は最高の一日だった！
    joy | 昇進が決まって嬉しい
    joy | 友達と遊んで楽しかったよ
    affection | あなたが大好きです
    affection | 早く会いたいな
    sadness | 祖母が亡くなって悲しい
    sadness | ひとりで泣いていました
    sadness | 試験に落ちて落ち込んでいる
    anger | 上司の言い方に腹が立つ
    anger | あの店、本当に最低だ
    anger | 何度言っても聞かなくてイライラする
    fear | 暗い道が怖いです
    fear | 将来のことが不安で仕方ない
    fear | 明日の試験が心配だ
    surprise | え、そうなの？びっくりした
    surprise | まさか彼が来るとは
    neutral | 毎日電車で通っています
    neutral | 趣味は読書です
    neutral | 今日は何曜日ですか
    neutral | 夕飯はカレーにします
    neutral | 弟は学生です
    """
