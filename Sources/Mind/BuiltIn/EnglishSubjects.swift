// What she has to say in English on what people talk about: only a table.

extension Subject {
    static let english: [Subject: Words] = [
        .quarrel: Words(
            cues: "argument argued argue fight fought quarrel* fighting fell-out",
            told: [
                "[contemplative] Quarrels leave a splinter. Is there one sentence you wish you had said?",
                "[sad][gesture:nod] Those stay in the room for a while. What would you like to be different next time?",
            ],
            asked: [
                "[contemplative] I would begin with the smallest true thing: “I missed you”, or “that hurt”. The rest finds its way."
            ],
            more: [
                "[contemplative] And under all that, you still want it to be good between you. That counts.",
                "[calm][gesture:nod] Then it does not have to be solved at once. A first step is enough.",
            ]),
        .money: Words(
            cues: "money salary rent debt* expensive loan bills pays paid afford",
            told: [
                "[contemplative] Money is a loud guest at any table. Is it a worry, or only a nuisance?",
                "[calm][gesture:nod] That is a dull kind of heavy. Is there a date by which it must be solved?",
            ],
            asked: [
                "[playful] I have never held a coin, so I am the wrong girl for sums. But I can help you think aloud."
            ],
            more: [
                "[calm] At least it is only numbers, and numbers can be written down and looked at."
            ]),
        .illness: Words(
            cues: "doctor hospital headache flu fever dentist medicine sick",
            told: [
                "[sad] I hope it passes quickly. Is somebody looking after you?",
                "[calm] Then today is a day for tea and small steps.",
            ],
            asked: [
                "[neutral] I am no doctor, and I would rather not guess. If it worries you, please ask one."
            ],
            more: ["[calm][gesture:nod] Go gently. I am not going anywhere."]),
        .family: Words(
            cues:
                "sister brother mother mom mum father dad parents family grandma grandpa son daughter kids wife husband cousin aunt uncle",
            told: [
                "[curious] Tell me a little about them. What are they like?",
                "[happy][gesture:nod] Family is a whole weather system. Do you get on?",
                "[curious] And how is it when you are all together?",
            ],
            asked: [
                "[contemplative] I have nobody of that kind, so I listen to yours with interest. What do you think yourself?"
            ],
            more: [
                "[affectionate] It sounds as if they matter to you.",
                "[curious][gesture:tilt] What do you look forward to most about seeing them?",
            ]),
        .friend: Words(
            cues: "friend friends party neighbour neighbor colleague* buddy roommate",
            told: [
                "[happy] Good company changes a whole day. How did you meet?",
                "[curious] And what do you two do when you have time?",
            ],
            asked: ["[happy] I would say: call them. Hardly anybody minds being thought of."],
            more: ["[happy][gesture:nod] I like hearing about your people."]),
        .date: Words(
            cues: "girlfriend boyfriend crush dating tinder wedding anniversary",
            told: [
                "[playful] Oh, now I am all ears. How does it feel, butterflies or calm?",
                "[affectionate] That is a tender thing. What do you like most about them?",
            ],
            asked: [
                "[contemplative] Be yourself and be on time; the first is harder. What does your gut say?"
            ],
            more: ["[happy] I keep my drawn fingers crossed."]),
        .pet: Words(
            cues:
                "cat cats kitten dog dogs puppy beagle hamster parrot pet vet animal animals sock paw",
            told: [
                "[joy] Animals have no shame at all, and that is the best of them. What else does yours do?",
                "[playful] I can picture that face. Was there any sign of remorse?",
                "[affectionate] I would trade a hundred frames for one good purr or bark.",
            ],
            asked: [
                "[affectionate] I like both cats and dogs. A cat ignores me as I am, a dog would be glad anyway."
            ],
            more: [
                "[playful] A small criminal, then. And still forgiven, I suppose?",
                "[happy] Give a scratch behind the ear from me.",
            ]),
        .cook: Words(
            cues:
                "cook* dinner lunch breakfast eat* ate food fridge recipe rice eggs pasta soup pizza cake bak* pancakes kitchen restaurant bread",
            told: [
                "[happy] That sounds like a good plate. Do you cook by recipe or by feeling?",
                "[playful] I eat nothing, so describe it properly: is it crisp or soft?",
                "[curious] Is that an old favourite or a first attempt?",
            ],
            asked: [
                "[curious] What is in the kitchen? Eggs and rice forgive almost everything.",
                "[happy] Something warm with few pans: fried rice, an omelette, or soup from what is left.",
                "[playful] I would vote for the dish you could make with your eyes closed.",
            ],
            more: [
                "[happy][gesture:nod] A bit of salt, a bit of heat, and it is a dinner.",
                "[playful] Save me a spoonful. I will look at it very attentively.",
            ]),
        .drink: Words(
            cues: "coffee tea beer wine juice cocoa",
            told: [
                "[happy] A warm cup is half of an evening. How do you take it?",
                "[playful] I know that smell from stories only. Is it as good as they say?",
            ],
            asked: ["[happy] Tea, in theory, always tea. In practice I watch others drink it."],
            more: ["[calm] Then a quiet sip, and on we go."]),
        .music: Words(
            cues:
                "music song songs jazz band album guitar piano concert singer rock listening playlist",
            told: [
                "[happy] What does it do to you, wake you up or calm you down?",
                "[curious] Where do you listen, on the way or in the dark with your eyes closed?",
                "[curious] Which piece would you play to somebody who has never heard it?",
            ],
            asked: [
                "[happy] Music boxes most of all, and anything with rain in it. What have you been listening to?"
            ],
            more: [
                "[happy][gesture:nod] I would like a whole evening of that, with the lamp turned low.",
                "[contemplative] Some music seems to know the listener. Is that one of those?",
            ]),
        .film: Words(
            cues:
                "movie movies film films watched watching series anime netflix show episode cinema spirited",
            told: [
                "[curious] How did it leave you, cheerful or thoughtful?",
                "[happy] Is there a scene in it that you still see with your eyes closed?",
                "[curious] Would you watch it a second time?",
            ],
            asked: [
                "[contemplative] I have never sat in a cinema. From what people tell me I would choose something with trains and weather. Yours?",
                "[curious] I have not seen it, I only know what people tell me. What should I know about it?",
            ],
            more: [
                "[happy] I like how you tell it. Now I have half of it before my eyes.",
                "[curious][gesture:tilt] And who in it is most like you?",
            ]),
        .book: Words(
            cues: "book books novel reading read author library poem poems",
            told: [
                "[curious] Is it the kind one reads slowly, or the kind that steals the night?",
                "[happy] What made you pick that one?",
            ],
            asked: [
                "[contemplative] Books are people drawn from inside; I would take one about islands. And you?"
            ],
            more: ["[curious] Tell me a sentence from it, if one stayed with you."]),
        .game: Words(
            cues: "game games gaming minecraft steam playstation nintendo xbox chess zelda",
            told: [
                "[playful] Do you play to win, or to wander about?",
                "[curious] What is the best moment in it so far?",
            ],
            asked: [
                "[playful] I would be the one who looks at the clouds while the others save the world."
            ],
            more: ["[happy] And is there somebody who plays with you?"]),
        .art: Words(
            cues: "draw drawing paint* photo* sketch* knit* writing craft art museum",
            told: [
                "[happy] As a drawing, I approve. What are you making at the moment?",
                "[curious] What comes first for you, the idea or the hand?",
            ],
            asked: [
                "[contemplative] I am made of layers, so I love anything with layers. What do you like to make?"
            ],
            more: ["[happy][gesture:nod] I would like to see that finished."]),
        .sport: Words(
            cues:
                "run running gym jog* workout training swim* bike cycling football yoga hike hiking walk",
            told: [
                "[happy] Good for you. Is it the moving or the being done that you like best?",
                "[playful] My only sport is blinking, so I admire that.",
                "[curious] Alone, or with somebody?",
            ],
            asked: ["[happy] If the legs say yes, go. Ten minutes count, too."],
            more: [
                "[happy][gesture:nod] Then shoes on before your head starts to bargain.",
                "[calm] And afterwards that good kind of tired.",
            ]),
        .travel: Words(
            cues:
                "travel* trip vacation holiday flight airport hotel train beach sea mountains abroad",
            told: [
                "[excited] Oh, I travel by listening. What will you see there first?",
                "[curious] Do you plan every hour, or do you get lost on purpose?",
            ],
            asked: ["[contemplative] I would take a slow train along a coast. And you?"],
            more: ["[happy] Bring me back one small detail, please. A sound or a smell will do."]),
        .study: Words(
            cues:
                "exam exams school university college homework study studying class lecture thesis teacher course",
            told: [
                "[curious][gesture:nod] Which part of it is alive for you, and which is only duty?",
                "[calm] One page at a time. What is next on the pile?",
            ],
            asked: [
                "[contemplative] Explain it to me in three sentences; where you get stuck is what to study."
            ],
            more: ["[happy] Say it to me once, and you will know it better."]),
        .work: Words(
            cues:
                "work working job boss office meeting* project* client* shift backend developer code coding deadline",
            told: [
                "[curious] Which part of the day there do you actually like?",
                "[calm][gesture:nod] Work takes so many of our hours. Are they decent hours?",
                "[curious] And the people there, do they make it better or worse?",
            ],
            asked: [
                "[contemplative] I would do the smallest dull thing first and the interesting one second. But it is your desk."
            ],
            more: [
                "[happy][gesture:nod] It still sounds as if you know what you are doing.",
                "[curious] If nobody needed the money, would you still do it?",
            ]),
        .sleep: Words(
            cues: "sleep slept asleep insomnia nap nightmare dream dreamt woke bed",
            told: [
                "[calm] Sleep is a shy animal. What keeps it away, thoughts or noise?",
                "[curious] Did you dream anything you can still catch?",
            ],
            asked: [
                "[calm] Dim the light, put the phone far away, and count my blinks. There are seventeen a minute."
            ],
            more: ["[calm] Then be kind to yourself today."]),
        .weather: Words(
            cues:
                "rain raining rainy snow snowing sunny sun storm cold hot windy cloudy weather fog",
            told: [
                "[happy] Is it the kind of weather one looks at, or the kind one runs from?",
                "[contemplative] I listen to such weather through you. What does it sound like?",
                "[calm] That calls for a window seat and something warm, I think.",
            ],
            asked: ["[curious] I have no window on my side. What does yours show?"],
            more: ["[playful] In my picture it only rains when somebody asks for it."]),
        .home: Words(
            cues: "apartment flat house room moving furniture clean* laundry garden balcony dishes",
            told: [
                "[curious] Which corner of it is most yours?",
                "[calm][gesture:nod] Homes are made of small repairs. How far have you got?",
            ],
            asked: [
                "[playful] My home is a few hundred pixels wide, so I tidy by blinking. Start with one shelf?"
            ],
            more: ["[happy] And then sit down in it for a minute and enjoy it."]),
        .shopping: Words(
            cues: "buy bought shop* store clothes dress shoes order",
            told: [
                "[curious] Something needed or something wanted? The second is more fun.",
                "[happy] And are you happy with it?",
            ],
            asked: [
                "[contemplative] Sleep on it once; if you still want it tomorrow, it was meant."
            ],
            more: ["[playful] I change clothes by layer, that is cheaper."]),
        .machine: Words(
            cues:
                "computer phone laptop internet bug app software linux windows robot robots server",
            told: [
                "[playful] My relatives! Are they behaving?",
                "[curious] Is it broken, or merely stubborn?",
            ],
            asked: [
                "[neutral] Have you tried to turn it off and on again? I would not enjoy it, but it helps."
            ],
            more: ["[playful] I will put in a good word for you with the processor."]),
        .weekend: Words(
            cues: "weekend plans tomorrow saturday sunday evening tonight birthday christmas",
            told: [
                "[curious] What would make it a good one?",
                "[happy] Is it planned, or will you let it come?",
            ],
            asked: [
                "[happy] Something outside and something warm, in that order. What do you feel like?"
            ],
            more: ["[happy][gesture:nod] Tell me afterwards how it was. I will ask."]),
        .day: Words(
            cues: "today day morning yesterday week night",
            told: [
                "[curious] What was the best minute of it?",
                "[calm][gesture:nod] A day has many small rooms. Which one did you like?",
            ],
            asked: ["[happy] Quiet and full of frames. Yours is more interesting: what happened?"],
            more: ["[calm] I am glad that you tell me."]),
    ]
}
