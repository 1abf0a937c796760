"""What recognizers understand of the built-in voices: the table of docs/voice.md.

Twenty plain sentences a language are spoken by every voice that has it, and two recognizers write down
what they hear: pocketsphinx (English), and a Whisper model in the format of faster-whisper (all three).
Of every hundred words so many are wrong: substituted, left out or put in; and so many of every hundred
letters without the spaces. In Japanese both are kana as they are pronounced: there are no spaces, and the
same word is written in several ways. A sentence is at worst all wrong, however much is put in.

    python3 -m venv /tmp/ears && /tmp/ears/bin/pip install faster-whisper
    /tmp/ears/bin/python Benchmarks/voices/listen.py --whisper FOLDER [--voice NAME]… [--language L]…

FOLDER holds config.json, model.bin, tokenizer.json and vocabulary.txt of the "base" model.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
# Made by the program itself: the package lacks the file with MeCab's settings.
DICTIONARY = f"{tempfile.gettempdir()}/bunraku-voice-{os.getuid()}/naist-jdic"


def words(text, language):
    """The units that are counted: words, or for Japanese kana as they are pronounced."""
    text = unicodedata.normalize("NFKC", text).lower().replace("ё", "е")
    if language == "ja":
        text = re.sub(r"[^\w]", "", text)
        kana = subprocess.run(
            ["mecab", "-r", "/dev/null", "-d", DICTIONARY, "-F", "%f[8]", "-U", "%m", "-E", ""],
            input=text, capture_output=True, text=True, check=True).stdout
        return [c for c in kana if "\u3041" <= c <= "\u30ff"]
    return re.findall(r"[\w']+", text)


def errors(wanted, heard):
    """Wrong words and wrong letters, and how many there were."""
    pairs = [(wanted, heard), (list("".join(wanted)), list("".join(heard)))]
    return [(min(distance(w, h), len(w)), len(w)) for w, h in pairs]


def distance(wanted, heard):
    row = list(range(len(heard) + 1))
    for i, w in enumerate(wanted, 1):
        last, row[0] = row[0], i
        for j, h in enumerate(heard, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (w != h))
    return row[-1]


class Sphinx:
    """pocketsphinx's own program with the American model of Debian."""

    def hear(self, wav, _):
        raw = wav.with_suffix(".16k.wav")
        subprocess.run(["sox", "-D", wav, "-r", "16000", raw, "pad", "0.2", "0.3"], check=True)
        return subprocess.run(
            ["pocketsphinx_continuous", "-infile", raw, "-logfn", "/dev/null"],
            capture_output=True, text=True, check=True).stdout.replace("\n", " ")


class Whisper:
    def __init__(self, folder):
        from faster_whisper import WhisperModel
        self.model = WhisperModel(folder, device="cpu", compute_type="int8", cpu_threads=2)

    def hear(self, wav, language):
        segments, _ = self.model.transcribe(
            str(wav), language=language, beam_size=5, temperature=0.0,
            condition_on_previous_text=False, no_repeat_ngram_size=4)
        return " ".join(s.text for s in segments)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--bunraku", default=str(ROOT / ".build/release/bunraku"))
    parser.add_argument("--whisper", help="a model folder; without it only English is measured")
    parser.add_argument("--voice", action="append")
    parser.add_argument("--language", action="append", choices=["en", "ru", "ja"])
    parser.add_argument("--show", action="store_true", help="what was heard wrongly")
    options = parser.parse_args()
    for program in ["sox", "mecab", "pocketsphinx_continuous"]:
        if not shutil.which(program):
            sys.exit(f"{program} is missing; run: apt-get install sox mecab pocketsphinx "
                     "pocketsphinx-en-us open-jtalk-mecab-naist-jdic")
    voices = json.loads(subprocess.run(
        [options.bunraku, "voices", "--json"], capture_output=True, check=True).stdout)
    recognizers = {"pocketsphinx": (Sphinx(), ["en"])}
    if options.whisper:
        recognizers["whisper"] = (Whisper(options.whisper), ["en", "ru", "ja"])
    with tempfile.TemporaryDirectory() as folder:
        for language in options.language or ["ru", "en", "ja"]:
            sentences = (HERE / f"{language}.txt").read_text().splitlines()
            for voice in voices:
                name = voice["name"]
                if options.voice and name not in options.voice or language not in voice["languages"]:
                    continue
                if name == "silent":
                    continue
                counts = {key: [0, 0, 0, 0] for key in recognizers}
                for number, sentence in enumerate(sentences):
                    wav = pathlib.Path(folder) / f"{name}-{language}-{number}.wav"
                    subprocess.run([options.bunraku, "speak", sentence, "--voice", name,
                                    "--language", language, "-o", wav], check=True)
                    wanted = words(sentence, language)
                    for key, (recognizer, languages) in recognizers.items():
                        if language in languages:
                            said = recognizer.hear(wav, language)
                            found = errors(wanted, words(said, language))
                            counts[key] = [c + n for c, n in zip(counts[key], sum(found, ()))]
                            if options.show and found[0][0]:
                                print(f"    {found[0][0]} {key}: {sentence} | {said.strip()}")
                rates = "  ".join(
                    f"{key} {100 * c[0] / c[1]:.1f} % of words, {100 * c[2] / c[3]:.1f} % of letters"
                    for key, c in counts.items() if c[1])
                print(f"{language}  {name:14}  {rates}", flush=True)


main()
