/// What a man says of himself in Russian: the built-in lines are a woman's.
enum MasculineForms {
    private static let forms = [
        "запомнила": "запомнил", "записала": "записал", "рассердилась": "рассердился",
        "ожидала": "ожидал", "следила": "следил", "покраснела": "покраснел",
        "ошиблась": "ошибся", "смотрела": "смотрел", "хотела": "хотел", "стёрла": "стёр",
        "поняла": "понял", "исправила": "исправил", "загадывала": "загадывал", "рада": "рад",
        "вся": "весь", "доброй": "добрым", "соскучилась": "соскучился", "думала": "думал",
        "готова": "готов", "ждала": "ждал", "нарисованная": "нарисованный", "сама": "сам",
        "должна": "должен", "забыла": "забыл", "видела": "видел", "слышала": "слышал",
        "была": "был", "знала": "знал", "держала": "держал",
        "поехала": "поехал", "выбрала": "выбрал", "взяла": "взял", "начала": "начал",
        "отдала": "отдал", "сказала": "сказал", "удивилась": "удивился", "мешала": "мешал",
    ]

    /// A line that the character says of itself. What stands in «» is somebody else's.
    static func of(_ line: String) -> String {
        var result = ""
        var word = ""
        var depth = 0
        func close() {
            let isCapital = word.first?.isUppercase == true
            if depth == 0, let form = forms[word.lowercased()] {
                result += isCapital ? form.capitalizedWord : form
            } else {
                result += word
            }
            word = ""
        }
        for character in line {
            if character.isLetter {
                word.append(character)
                continue
            }
            close()
            if character == "«" { depth += 1 }
            if character == "»" { depth = max(0, depth - 1) }
            result.append(character)
        }
        close()
        return result
    }
}
