"""OpenAI's own client talks to the character at the address in the first argument, and writes what she
says into the files beside the second. Prints one JSON object."""
import json
import math
import sys

import openai

client = openai.OpenAI(base_url=sys.argv[1] + "/v1", api_key="none", max_retries=0)
seen = {"models": [model.id for model in client.models.list()]}
seen["one"] = client.models.retrieve("mirai").id


def ask(text, user=None, earlier=(), **more):
    messages = [*earlier, {"role": "user", "content": text}]
    extra = {"user": user} if user else {}
    return client.chat.completions.create(model="mirai", messages=messages, **extra, **more)


ask("I live in Osaka and my name is Anna.", "anna")
whole = ask("Where do I live?", "anna", temperature=0.3, tools=[])
seen["remembered"] = whole.choices[0].message.content
seen["finish"] = whole.choices[0].finish_reason
seen["adds_up"] = whole.usage.total_tokens == whole.usage.prompt_tokens + whole.usage.completion_tokens
seen["stranger"] = ask("Where do I live?").choices[0].message.content
seen["told"] = ask("Where do I live?", earlier=[
    {"role": "system", "content": "Be brief."},
    {"role": "user", "content": [{"type": "text", "text": "I live in Perm."}]},
    {"role": "assistant", "content": "Perm!"}]).choices[0].message.content

pieces, usage, ends = [], None, []
for chunk in ask("Tell me a story.", "anna", stream=True, stream_options={"include_usage": True}):
    usage = chunk.usage or usage
    for choice in chunk.choices:
        pieces.append(choice.delta.content or "")
        ends.append(choice.finish_reason)
seen["streamed"] = "".join(pieces)
seen["pieces"] = sum(1 for piece in pieces if piece)
seen["ends"] = [end for end in ends if end]
seen["streamed_tokens"] = usage.completion_tokens
cut = ask("Tell me a story.", max_tokens=12)
seen["cut"] = [cut.choices[0].message.content, cut.choices[0].finish_reason]

for kind in ["mp3", "opus", "aac", "flac", "wav", "pcm"]:
    client.audio.speech.create(
        model="mirai", voice="alloy", input="Hello, my name is Mirai, and I am glad to hear you.",
        response_format=kind).write_to_file(sys.argv[2] + "." + kind)
client.audio.speech.create(
    model="tts-1", voice="mirai", input="Hello, my name is Mirai, and I am glad to hear you.",
    response_format="wav", speed=1.5).write_to_file(sys.argv[2] + "-fast.wav")

texts = ["My cat sleeps all day", "Two cats are asleep", "The train is late again"]
vectors = [item.embedding for item in client.embeddings.create(model="bunraku-embedder", input=texts).data]
plain = client.embeddings.create(model="bunraku-embedder", input=texts[0], encoding_format="float")


def cosine(a, b):
    return sum(x * y for x, y in zip(a, b)) / math.sqrt(sum(x * x for x in a) * sum(y * y for y in b))


seen["dimensions"] = len(vectors[0])
seen["same"] = cosine(vectors[0], plain.data[0].embedding)
seen["near"], seen["far"] = cosine(vectors[0], vectors[1]), cosine(vectors[0], vectors[2])

seen["errors"] = []
for attempt in [
    lambda: client.chat.completions.create(model="nobody", messages=[{"role": "user", "content": "Hi"}]),
    lambda: client.chat.completions.create(model="mirai", messages=[{"role": "assistant", "content": "Hi"}]),
    lambda: ask("Hi", n=2),
    lambda: client.audio.speech.create(model="mirai", voice="nobody", input="Hi"),
    lambda: client.embeddings.create(model="other", input="Hi"),
]:
    try:
        attempt()
    except openai.APIStatusError as error:
        seen["errors"].append([type(error).__name__, error.body["code"]])
print(json.dumps(seen, ensure_ascii=False))
