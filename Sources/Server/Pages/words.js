// What the page itself says, in the viewer's language.

const WORDS = {
  en: {
    connecting: "connecting", live: "live", reconnecting: "reconnecting", coming: "She is on her way…",
    stage: "Stage", picture: "The character, live", talk: "Conversation",
    hear: "Tap to hear her", mute: "Mute", unmute: "Sound on", write: "Say something to her…", send: "Send (Enter)",
    stop: "Stop her (Esc)", hint: "Your browser plays sound only after a click. Then she is all yours.",
    begin: "She listens, answers aloud, and remembers.",
    openers: ["Hello! Who are you?", "I live in Tokyo", "Tell me a story"],
  },
  ru: {
    connecting: "соединяюсь", live: "в эфире", reconnecting: "переподключаюсь", coming: "Она уже идёт…",
    stage: "Сцена", picture: "Персонаж в прямом эфире", talk: "Разговор",
    hear: "Нажмите, чтобы слышать её", mute: "Выключить звук", unmute: "Включить звук", write: "Скажите ей что-нибудь…",
    send: "Отправить (Enter)", stop: "Остановить (Esc)",
    hint: "Браузер включает звук только после нажатия. Дальше — слово за ней.",
    begin: "Она слушает, отвечает вслух и помнит.",
    openers: ["Привет! Кто ты?", "Я живу в Казани", "Расскажи историю"],
  },
  ja: {
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
