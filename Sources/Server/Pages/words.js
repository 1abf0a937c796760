// What the page itself says, in the viewer's language.

const WORDS = {
  en: {
    connecting: "connecting", live: "live", reconnecting: "reconnecting", coming: "She is on her way…",
    hear: "Tap to hear her", mute: "Mute", unmute: "Sound on", write: "Say something to her…", send: "Send", stop: "Stop",
    hint: "Your browser plays sound only after a click. Then she is all yours.",
  },
  ru: {
    connecting: "соединяюсь", live: "в эфире", reconnecting: "переподключаюсь", coming: "Она уже идёт…",
    hear: "Нажмите, чтобы слышать её", mute: "Выключить звук", unmute: "Включить звук", write: "Скажите ей что-нибудь…", send: "Отправить",
    stop: "Остановить", hint: "Браузер включает звук только после нажатия. Дальше — слово за ней.",
  },
  ja: {
    connecting: "接続中", live: "ライブ", reconnecting: "再接続中", coming: "もうすぐ来ます…", hear: "タップして声を聞く", mute: "消音",
    unmute: "音を出す", write: "話しかけてみてください…", send: "送信", stop: "止める",
    hint: "ブラウザーはクリックするまで音を出しません。",
  },
};

const language = (navigator.languages ?? [navigator.language]).map((tag) => tag.slice(0, 2)).find((tag) => tag in WORDS) ?? "en";

export const words = WORDS[language];
document.documentElement.lang = language;
