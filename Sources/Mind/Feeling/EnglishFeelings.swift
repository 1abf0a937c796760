/// English words of feeling: only a table. `*` ends a stem; phrases count before their words.
enum EnglishFeelings {
    static let table: [(label: UserEmotion.Label, weight: Float, words: String)] = [
        (
            .joy, 1,
            """
            happy,happier,happiest,happiness,happily,glad,joy*,delight*,thrill*,ecstatic,\
            overjoyed,cheerful,wonderful*,fantastic,awesome,amazing*,brilliant,excellent,\
            marvel*,perfect,excited,exciting,hilarious,fun,funny,hooray,hurray,yay,yippee,\
            woohoo,proud,lucky,blessed,relieved,relief,celebrat*,laugh*,lol,lmao,rofl,haha*,\
            hehe*,over the moon,on cloud nine,made my day,can not wait,looking forward,\
            great news,good news,feel great,feeling great,feel good,feeling good,best day,\
            love it,loved it,loving it
            """
        ),
        (
            .joy, 0.6,
            """
            great,good,nice,cool,best,better,enjoy*,smil*,win,won,winning,succe*,pass,passed,\
            incredible,beautiful,lovely,pleased,pleasant,delicious,tasty,finally,got the,\
            promoted,promotion,engaged,married,worked out,went well,fine,satisf*,gorgeous,\
            super,sunny,congrat*,did it,victory,bad at all
            """
        ),
        (
            .affection, 1.1,
            """
            i love you,love you,i adore you,adore you,adore,i missed you,missed you,miss you,\
            hug*,kiss*,cuddl*,mean a lot,mean so much,mean the world,care about you,\
            fond of you,grateful,thankful,best friend,sweetheart,darling,cherish*,in love,\
            you are the best,glad i have you,you are the sweetest,appreciate you,i like you
            """
        ),
        (
            .affection, 0.6,
            """
            thank you,thanks,thx,dear,sweetest,sweet,tender*,appreciate*,love
            """
        ),
        (
            .sadness, 1,
            """
            sad,sadder,sadness,sadly,unhappy,miserable,depress*,lonely,loneliness,alone,cry,\
            cried,cries,crying,tears,weep*,sob*,heartbroken,broken heart,broke up,break up,\
            breakup,left me,dumped,divorc*,passed away,died,death,funeral,grief,griev*,mourn*,\
            hopeless,worthless,useless,empty,despair*,disappoint*,devastat*,gloomy,hurts,hurt,\
            homesick,melanchol*,regret*,nobody cares,no one cares,nothing makes sense,\
            feel down,feeling down,feel low,really miss,i miss,miss my,feel blue
            """
        ),
        (
            .sadness, 0.65,
            """
            bad,badly,worse,worst,terribl*,awful*,horribl*,fail*,lost,lose,losing,tired,\
            exhaust*,sick,ill,pain*,unfortunately,sorry,miss,goes wrong,going wrong,went wrong,\
            wrong,dead,suffer*,broke,struggl*,bored,boring,nobody,rejected,ignored,ugly,\
            rough day,hard day,hard time,unlucky,die,dying,poor,messed up
            """
        ),
        (
            .anger, 1.1,
            """
            angry,angrier,anger,furious,mad,rage,raging,hate,hates,hated,annoy*,irritat*,\
            pissed,pisses,outrag*,fed up,sick of,can not stand,drives me,drive me,had enough,\
            enough of,jerk,asshole,bastard,idiot*,stupid,moron*,damn*,dammit,fuck*,shit,\
            bullshit,wtf,what the hell,who the hell,the hell,how dare,shut up,unfair,disgust*,\
            infuriat*,resent*,lied to,ridiculous,unacceptable,frustrat*,screw you,go to hell,\
            leave me alone,stop it,scam*,cheated
            """
        ),
        (
            .anger, 0.6,
            """
            rude,liar*,lie,lies,lying,lied,again and again,fight*,argu*,blam*,yell*,dumb
            """
        ),
        (
            .fear, 1.1,
            """
            afraid,scared,scares,scary,scare,fear*,terrif*,frighten*,panic*,anxious,anxiety,\
            nervous*,worried,worry,worries,worrying,dread*,horrified,horror,creepy,creeped,\
            nightmare*,petrified,what if,freaking out,freaked out,shaking,trembl*,phobia,\
            uneasy,threaten*,spooky,stressed
            """
        ),
        (
            .fear, 0.5,
            """
            danger*,can not sleep,risk*,emergency,insecure,tense,stalk*
            """
        ),
        (
            .surprise, 1,
            """
            wow,whoa,woah,omg,oh my god,oh my,no way,surpris*,unexpected*,astonish*,astound*,\
            shock*,stunned,speechless,unbeliev*,can not believe,could not believe,\
            did not expect,never expected,had no idea,are you serious,for real,are you kidding,\
            you are kidding,mind blown,mindblown,out of nowhere,jaw drop*,\
            who would have thought,wait what,what a surprise
            """
        ),
        (
            .surprise, 0.5,
            """
            really,seriously,incredibly,holy,gosh,suddenly
            """
        ),
        (
            .joy, 1,
            """
            promot*,a blast,had a blast,best day ever,cute,10/10,in heaven,dream come true,\
            dreams came true,good mood,great mood,high spirits,so much better,top of the world,\
            jackpot,lottery,won the,hit the jackpot,nailed it,aced,rocked it,killed it,\
            crushed it,graduat*,hired,accepted,got in,got accepted,scholarship,newborn,\
            was born,is pregnant,first steps,weekend finally,weekend at last,at last,bliss*,\
            grinning,beaming,giggl*,chuckl*,stoked,pumped,hyped,buzzing,elated,euphori*,jubil*,\
            radiant,refreshed,splendid,superb,terrific,fabulous,phenomenal,magical,heaven*,\
            sweet victory,life is good,could not be better,could not be happier,\
            can not stop smiling,can not stop laughing,cracks me up,cracked me up,all clear,\
            cured,recovered,so cool,champion*,medal,woo,whoop*,let's go,hell yes,hell yeah,\
            spoiled,enjoying
            """
        ),
        (
            .affection, 1.1,
            """
            lucky to have you,glad you exist,thinking of you,thinking about you,hold you,\
            be with you,dear to me,being there,there for me,my love,my heart,love talking,\
            love you all,my favourite person,my favorite person,so kind,you are kind,\
            so sweet of you,always by my side,need you,proud of you,hold your hand,in my heart,\
            dearest,precious,soulmate,my angel,my sunshine,xoxo,xx,treasure,you make me,\
            i trust you,miss your,beloved,forever yours,admire,wish you were here,\
            you complete me
            """
        ),
        (
            .sadness, 1,
            """
            feel lost,rejection,reject*,not invited,was not invited,uninvited,left out,\
            excluded,turned down,do not see the point,no point,pointless,meaningless,\
            the point any,what is the point,give up,gave up,giving up,gone forever,are gone,\
            is gone,so quiet,too quiet,let down,let me down,lonel*,abandon*,forgotten,\
            forgot my birthday,nobody remembers,shattered,crushed,broken,numb,hollow,\
            burned out,burnt out,drained,could not save,put to sleep,put down,lost my,laid off,\
            fired,unemployed,bankrupt,evicted,dropped out,cancer,terminal,stillborn,miscarr*,\
            widow*,orphan*,sorrow*,upset,unloved,unwanted,ashamed,guilty,disheart*,discourag*,\
            defeated,in ruins,fell apart,falling apart,falls apart,wish i was dead,no hope,\
            lost hope,no energy,no strength,can not go on,could not stop crying,on my own,\
            all by myself,by myself,nobody to talk,no one to talk,no friends,nobody called,\
            no one called,nobody likes,homeless,said goodbye,goodbye forever,never see him,\
            never see her,never see them,anniversary of his death,heavy heart,broken inside,\
            bleak,tearful,moping,sulk*
            """
        ),
        (
            .anger, 1.1,
            """
            blood boil*,boil*,money back,for god's sake,for christ's sake,for heaven's sake,\
            garbage,rubbish,bloody,ripped off,rip off,stole,steal*,robbed,betray*,backstab*,\
            insult*,disrespect*,interrupt*,ignorant,selfish,arrogant,hypocrit*,nonsense,absurd,\
            seething,livid,enraged,fuming,hostile,revenge,slap,strangle,scream at,\
            losing my temper,lost my temper,can not take it,on my nerves,my nerves,get lost,\
            back off,piss off,hell with,to hell,bloody hell,getting on my,last straw,\
            crossed the line,enough is enough,not acceptable,complain*,corrupt*,cheat*,bully,\
            bullied,bullying,mocked,mocking,how can they,how could they,how could he,\
            how could she,who do they think,who does he think,screwed,sue them,despise*,\
            loathe*,detest*,can not believe the nerve,the nerve,what a nerve,shame on,goddamn,\
            vandal*,scratched my car,noisy,wasted my,waste of
            """
        ),
        (
            .fear, 1.1,
            """
            freak* out,freak*,strange noise,terrify,afraid of,heart is pounding,\
            heart is racing,pounding,stomach aches,butterflies,cold sweat,sweating,goosebumps,\
            someone is following,following me,followed me,break in,broke into,burglar,ghost*,\
            monster*,claustrophob*,tumor,biopsy,diagnosis,results tomorrow,might lose,\
            could lose,going to die,gonna die,paranoi*,apprehens*,jittery,on edge,jumpy,\
            stage fright,do not know what will happen,hope nothing happens,hope he is ok,\
            hope she is ok,not safe,unsafe,in danger,overwhelm*,terror,earthquake
            """
        ),
        (
            .surprise, 1,
            """
            hold on,never thought,did not see that coming,see that coming,was not expecting,\
            out of the blue,no kidding,plot twist,whaat*,whaaat*,oh wow,good heavens,holy cow,\
            holy moly,my jaw,incredible how,unreal,beyond belief,who knew,never guessed,\
            would not have guessed,taken aback,blew my mind,blown away,crazy coincidence,\
            coincidence,of all people,you remembered,gasp*,startl*,bewilder*,dumbfounded,\
            blimey,crikey
            """
        ),
    ]
}
