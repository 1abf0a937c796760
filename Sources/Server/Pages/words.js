// What the page itself says, in the viewer's language.

const WORDS = {
  en: {
    characters: {
      heading: "Characters", idea: "rebellious elf hacker", make: "Make a character", description: "Who it is", traits: "What it is like",
      speech: "How it speaks", save: "Keep", stage: "Put on stage", versions: "Versions", saved: "Kept as a new version.",
      onStage: "On stage now.", restored: "Back to that version.", made: "Made; move the sliders as you like.",
      names: { openness: "openness", conscientiousness: "conscientiousness", extraversion: "extraversion", agreeableness: "agreeableness",
        neuroticism: "neuroticism", playfulness: "playfulness", supportiveness: "supportiveness", intellectual_curiosity: "curiosity",
        emotional_intelligence: "empathy", formality: "formality", enthusiasm: "enthusiasm", humour: "humour", questions: "asks back",
        initiative: "initiative", sharing: "tells of herself" },
    },
    shaders: {
      title: "Shaders", shader: "Shader", keep: "Save file", text: "The shader's text", here: "Here, on the processor",
      there: "In this browser, WebGL", apart: "Difference", server: "Server", line: "Line", time: "Time", mood: "Mood: valence, arousal, energy",
      speech: "Speech", play: "Play", largest: "Largest difference", unlike: "of the pixels differ by more than 2", instructions: "instructions",
      fetches: "fetches", cost: "ns a pixel", onlyHere: "Only the server takes it.", onlyThere: "Only WebGL takes it.",
    },
    tabs: { talk: "Talk", direct: "Direct" }, character: "Character", look: "Look", outfit: "Clothes", place: "Place",
    weather: "Weather", hour: "Light", bars: "Voice bars", gesture: "Gestures", expression: "Expressions",
    none: "none", off: "off", on: "on", even: "even", clock: "follow the clock", touched: "She felt it:",
    delay: "Broadcast delay", dump: "Drop what has not aired", dumped: "Dropped: viewers see none of it.",
    weathers: { clear: "clear", rain: "rain", snow: "snow", fog: "fog", petals: "petals", leaves: "leaves" },
    connecting: "connecting", live: "live", reconnecting: "reconnecting", coming: "She is on her way…",
    stage: "Stage", picture: "The character, live", talk: "Conversation",
    hear: "Tap to hear her", mute: "Mute", unmute: "Sound on", write: "Say something to her…", send: "Send (Enter)",
    stop: "Stop her (Esc)", hint: "Your browser plays sound only after a click. Then she is all yours.",
    begin: "She listens, answers aloud, and remembers.",
    openers: ["Hello! Who are you?", "I live in Tokyo", "Tell me a story"],
  },
  ru: {
    characters: {
      heading: "Персонажи", idea: "бунтарка-эльфийка, хакер", make: "Создать", description: "Кто это", traits: "Характер",
      speech: "Речь", save: "Сохранить", stage: "На сцену", versions: "Версии", saved: "Сохранено новой версией.",
      onStage: "Уже на сцене.", restored: "Эта версия снова действует.", made: "Готово; двигайте ползунки, как хочется.",
      names: { openness: "открытость", conscientiousness: "собранность", extraversion: "общительность", agreeableness: "доброжелательность",
        neuroticism: "тревожность", playfulness: "игривость", supportiveness: "поддержка", intellectual_curiosity: "любознательность",
        emotional_intelligence: "чуткость", formality: "официальность", enthusiasm: "воодушевление", humour: "юмор",
        questions: "встречные вопросы", initiative: "инициатива", sharing: "рассказы о себе" },
    },
    shaders: {
      title: "Шейдеры", shader: "Шейдер", keep: "Сохранить файл", text: "Текст шейдера", here: "Здесь, на процессоре",
      there: "В этом браузере, WebGL", apart: "Разница", server: "Сервер", line: "Строка", time: "Время",
      mood: "Настроение: приятность, возбуждение, силы", speech: "Речь", play: "Пуск", largest: "Наибольшая разница",
      unlike: "пикселей отличаются больше чем на 2", instructions: "команд", fetches: "чтений", cost: "нс на пиксель", onlyHere: "Принимает только сервер.",
      onlyThere: "Принимает только WebGL.",
    },
    tabs: { talk: "Разговор", direct: "Режиссёр" }, character: "Персонаж", look: "Образ", outfit: "Одежда", place: "Место",
    weather: "Погода", hour: "Свет", bars: "Полосы голоса", gesture: "Жесты", expression: "Выражения",
    none: "нет", off: "нет", on: "есть", even: "ровный", clock: "по часам", touched: "Она почувствовала:",
    delay: "Задержка эфира", dump: "Сбросить, что ещё не вышло", dumped: "Сброшено: зрители этого не увидят.",
    weathers: { clear: "ясно", rain: "дождь", snow: "снег", fog: "туман", petals: "лепестки", leaves: "листья" },
    connecting: "соединяюсь", live: "в эфире", reconnecting: "переподключаюсь", coming: "Она уже идёт…",
    stage: "Сцена", picture: "Персонаж в прямом эфире", talk: "Разговор",
    hear: "Нажмите, чтобы слышать её", mute: "Выключить звук", unmute: "Включить звук", write: "Скажите ей что-нибудь…",
    send: "Отправить (Enter)", stop: "Остановить (Esc)",
    hint: "Браузер включает звук только после нажатия. Дальше — слово за ней.",
    begin: "Она слушает, отвечает вслух и помнит.",
    openers: ["Привет! Кто ты?", "Я живу в Казани", "Расскажи историю"],
  },
  ja: {
    characters: {
      heading: "キャラクター", idea: "反逆のエルフのハッカー", make: "作る", description: "どんな人か", traits: "性格", speech: "話し方", save: "保存",
      stage: "舞台に上げる", versions: "バージョン", saved: "新しいバージョンとして保存しました。", onStage: "舞台に上がりました。",
      restored: "そのバージョンに戻しました。", made: "できました。スライダーを動かしてみてください。",
      names: { openness: "開放性", conscientiousness: "誠実性", extraversion: "外向性", agreeableness: "協調性", neuroticism: "神経症傾向",
        playfulness: "遊び心", supportiveness: "支える力", intellectual_curiosity: "知的好奇心", emotional_intelligence: "共感力",
        formality: "丁寧さ", enthusiasm: "熱意", humour: "ユーモア", questions: "聞き返し", initiative: "積極性", sharing: "自分の話" },
    },
    shaders: {
      title: "シェーダー", shader: "シェーダー", keep: "ファイルに保存", text: "シェーダーのテキスト", here: "サーバーのCPU", there: "このブラウザーのWebGL",
      apart: "差", server: "サーバー", line: "行", time: "時間", mood: "気分：快・覚醒・元気", speech: "声", play: "再生", largest: "最大の差",
      unlike: "のピクセルが2より大きく違います", instructions: "命令", fetches: "読み出し", cost: "ns／ピクセル", onlyHere: "サーバーだけが受け付けます。",
      onlyThere: "WebGLだけが受け付けます。",
    },
    tabs: { talk: "会話", direct: "演出" }, character: "キャラクター", look: "スタイル", outfit: "服", place: "場所",
    weather: "天気", hour: "光", bars: "声のバー", gesture: "しぐさ", expression: "表情",
    none: "なし", off: "なし", on: "あり", even: "一定", clock: "時計に合わせる", touched: "触れました：",
    delay: "放送の遅延", dump: "まだ流れていない分を消す", dumped: "消しました。視聴者には見えません。",
    weathers: { clear: "晴れ", rain: "雨", snow: "雪", fog: "霧", petals: "花びら", leaves: "落ち葉" },
    connecting: "接続中", live: "ライブ", reconnecting: "再接続中", coming: "もうすぐ来ます…",
    stage: "ステージ", picture: "キャラクターのライブ映像", talk: "会話",
    hear: "タップして声を聞く", mute: "消音", unmute: "音を出す", write: "話しかけてみてください…", send: "送信 (Enter)", stop: "止める (Esc)",
    hint: "ブラウザーはクリックするまで音を出しません。",
    begin: "聞いて、声で答えて、覚えています。", openers: ["こんにちは！お名前は？", "東京に住んでいます", "お話を聞かせて"],
  },
};

const language = (navigator.languages ?? [navigator.language]).map((tag) => tag.slice(0, 2)).find((tag) => tag in WORDS) ?? "en";

export const words = WORDS[language];
document.documentElement.lang = language;
