// What the page itself says, in the viewer's language.

const WORDS = {
  en: {
    tabs: { talk: "Talk", direct: "Direct" }, character: "Character", look: "Look", outfit: "Clothes", place: "Place",
    weather: "Weather", hour: "Light", bars: "Voice bars", gesture: "Gestures", expression: "Expressions",
    none: "none", off: "off", on: "on", even: "even", clock: "follow the clock", touched: "She felt it:",
    weathers: { clear: "clear", rain: "rain", snow: "snow", fog: "fog", petals: "petals", leaves: "leaves" },
    connecting: "connecting", live: "live", reconnecting: "reconnecting", coming: "She is on her way…",
    stage: "Stage", picture: "The character, live", talk: "Conversation",
    hear: "Tap to hear her", mute: "Mute", unmute: "Sound on", write: "Say something to her…", send: "Send (Enter)",
    stop: "Stop her (Esc)", hint: "Your browser plays sound only after a click. Then she is all yours.",
    begin: "She listens, answers aloud, and remembers.",
    openers: ["Hello! Who are you?", "I live in Tokyo", "Tell me a story"],
  },
  ru: {
    tabs: { talk: "Разговор", direct: "Режиссёр" }, character: "Персонаж", look: "Образ", outfit: "Одежда", place: "Место",
    weather: "Погода", hour: "Свет", bars: "Полосы голоса", gesture: "Жесты", expression: "Выражения",
    none: "нет", off: "нет", on: "есть", even: "ровный", clock: "по часам", touched: "Она почувствовала:",
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
    tabs: { talk: "会話", direct: "演出" }, character: "キャラクター", look: "スタイル", outfit: "服", place: "場所",
    weather: "天気", hour: "光", bars: "声のバー", gesture: "しぐさ", expression: "表情",
    none: "なし", off: "なし", on: "あり", even: "一定", clock: "時計に合わせる", touched: "触れました：",
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
