/// Words that say nothing about what a text is about: only a table.
enum StopWords {
    static let all = Set(
        """
        a an the and or but if of at by for with about into to from in on off out up down over under then
        than so as is am are was were be been being do does did doing have has had having i me my mine
        myself we us our ours you your yours he him his she her hers it its they them their theirs this
        that these those what which who whom whose when where why how there here not no nor too very can
        could will would shall should may might must just also well yes ok okay oh hi hello hey let lets
        im ive id ill youre dont doesnt didnt isnt arent wasnt cant wont thats whats hes shes theyre were
        really some any all more most other such only own same both each few because while again once
        ever tell told say said know think like get got go going one s t m re ve ll d remember please

        и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне
        было вот от меня еще нет о из ему теперь когда даже ну вдруг ли если уже или ни быть был него до
        вас нибудь опять уж вам ведь там потом себя ничего ей может они тут где есть надо ней для мы тебя
        их чем была сам чтоб без будто чего раз тоже себе под будет ж тогда кто этот того потому этого
        какой совсем ним здесь этом один почти мой тем чтобы нее сейчас были куда зачем всех никогда
        можно при наконец два об другой хоть после над больше тот через эти нас про всего них какая много
        разве три эту моя впрочем хорошо свою этой перед иногда лучше чуть том нельзя такой им более
        всегда конечно всю между это мои мое моего моей мою моем твой твоя твое твои тебе мной тобой
        помнишь скажи расскажи знаешь какие какое какую очень просто привет ой ага ладно

        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
