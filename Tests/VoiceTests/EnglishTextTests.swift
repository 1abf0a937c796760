import AvatarTypes
import Testing

@testable import Voice

/// What is said, run by run, spaces as a reader would see them.
func said(_ text: String, _ language: Language) -> String {
    SpeakableText(text, language: language).runs.map { run in
        let scalars = run.scalars.reduce(into: String.UnicodeScalarView()) { $0.append($1) }
        return String(scalars).split(separator: " ").joined(separator: " ")
    }.joined(separator: " ")
        .replacing(" ,", with: ",").replacing(" .", with: ".").replacing(" ?", with: "?")
        .replacing(" !", with: "!").replacing(" 、", with: "、").replacing(" 。", with: "。")
}

@Suite struct EnglishTextTests {
    @Test(arguments: [
        ("I have 0 cats", "I have zero cats"), ("I have 7 cats", "I have seven cats"),
        ("15 men", "fifteen men"), ("21 guns", "twenty-one guns"),
        ("100 years", "one hundred years"),
        ("105 steps", "one hundred five steps"),
        ("1,234 people", "one thousand two hundred thirty-four people"),
        ("1000000 stars", "one million stars"),
        ("2,500,000 views", "two million five hundred thousand views"),
        ("It is -5 outside", "It is minus five outside"),
        ("pi is 3.14", "pi is three point one four"),
        ("0.05 of it", "zero point zero five of it"), ("agent 007", "agent zero zero seven"),
        ("It has 3.5 million users", "It has three point five million users"),
        ("10k followers", "ten thousand followers"), ("5-10 minutes", "five to ten minutes"),
        ("pages 3–7", "pages three to seven"),
        ("Version 1.2.3 is out", "Version one point two point three is out"),
        ("I play MP3 files", "I play MP three files"),
    ])
    func `numbers are words`(text: String, words: String) { #expect(said(text, .english) == words) }

    @Test(arguments: [
        ("the 1st day", "the first day"), ("the 2nd", "the second"),
        ("the 3rd of them", "the third of them"),
        ("my 12th", "my twelfth"), ("her 20th", "her twentieth"),
        ("the 21st century", "the twenty-first century"),
        ("the 100th", "the one hundredth"), ("the 1990s", "the nineteen nineties"),
        ("1/2 of it", "one half of it"), ("3/4 cup", "three quarters cup"),
        ("2/3 done", "two thirds done"),
        ("1 1/2 cups", "one and a half cups"), ("½ cup", "one half cup"),
        ("We are #1", "We are number one"),
        ("World War II", "World War two"), ("Louis XIV", "Louis the fourteenth"),
        ("Chapter IV", "Chapter four"),
    ])
    func `ordinals, decades, fractions and Roman numbers are words`(text: String, words: String) {
        #expect(said(text, .english) == words)
    }

    @Test(arguments: [
        ("In 1984 it rained", "In nineteen eighty-four it rained"),
        ("since 2024", "since twenty twenty-four"),
        ("in 2005", "in two thousand five"), ("in 1905", "in nineteen oh five"),
        ("in 1900", "in nineteen hundred"),
        ("I have 1984 books", "I have one thousand nine hundred eighty-four books"),
        ("May 9", "May ninth"), ("on May 9, 2024", "on May ninth, twenty twenty-four"),
        ("Dec. 25", "December twenty-fifth"), ("9 May 2024", "May ninth, twenty twenty-four"),
        ("2024-05-09", "May ninth, twenty twenty-four"),
        ("5/9/2024", "May ninth, twenty twenty-four"),
        ("at 3:05 pm", "at three oh five p m"), ("at 9:00", "at nine o'clock"),
        ("at 14:30", "at fourteen thirty"), ("5pm", "five p m"),
        ("9:00 a.m. sharp", "nine a m sharp"),
    ])
    func `dates and times are words`(text: String, words: String) {
        #expect(said(text, .english) == words)
    }

    @Test(arguments: [
        ("It costs $5", "It costs five dollars"), ("$1", "one dollar"),
        ("$5.50", "five dollars and fifty cents"), ("$0.99", "ninety-nine cents"),
        ("$3 million", "three million dollars"), ("€20", "twenty euros"),
        ("£2.01", "two pounds and one penny"), ("¥500", "five hundred yen"),
        ("$5-10", "five to ten dollars"),
        ("5 USD", "five dollars"), ("5 km", "five kilometers"), ("1 km", "one kilometer"),
        ("70kg", "seventy kilograms"), ("60 mph", "sixty miles per hour"),
        ("90 km/h", "ninety kilometers per hour"),
        ("20°C", "twenty degrees Celsius"), ("50%", "fifty percent"),
        ("16 GB", "sixteen gigabytes"),
        ("6 ft", "six feet"), ("200 ms", "two hundred milliseconds"),
        ("30 m²", "thirty square meters"),
    ])
    func `money and measures are words`(text: String, words: String) {
        #expect(said(text, .english) == words)
    }

    @Test(arguments: [
        ("Dr. Smith met Mrs. Jones", "Doctor Smith met Missus Jones"),
        ("St. Petersburg", "Saint Petersburg"),
        ("fruit, e.g. apples", "fruit, for example apples"), ("cats vs. dogs", "cats versus dogs"),
        ("The FBI and the BBC", "The F B I and the B B C"), ("No. 5", "number five"),
        ("NASA is loud, STOP", "NASA is loud, STOP"),
        ("Tom & Jerry", "Tom and Jerry"), ("2 + 2 = 4", "two plus two equals four"),
        ("~5 of them", "about five of them"),
        ("mail anna.lee@example.org now", "mail anna dot lee at example dot org now"),
        ("visit github.com/apple.", "visit github dot com."),
        ("https://www.example.org/a?b=1", "example dot org"),
        ("+1 555 123 4567", "one, five five five, one two three, four five six seven"),
        ("I am fine :) thanks <3", "I am fine thanks"), ("<b>Bold</b> move", "Bold move"),
        ("# Plan\nEat.\n- sleep\n- run", "Plan, Eat. sleep, run"),
        ("Look ![a cat](cat.png)", "Look a cat"),
    ])
    func `short forms, addresses and marks are said as a person says them`(
        text: String, words: String
    ) {
        #expect(said(text, .english) == words)
    }
}
