text = """The quick brown fox. The lazy dog! The end?
A fox, a dog, and the moon."""
counts = {}
for raw in text.split():
    word = raw.strip(".,!?").lower()
    counts[word] = counts.get(word, 0) + 1
for word, n in sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:5]:
    print(f"{word:<8}{n:>3} {'*' * n}")
print(len(counts), max(counts, key=counts.get), sum(counts.values()))
longest = max(counts, key=len)
print(longest, {len(w) for w in counts}, sorted({w[0] for w in counts}))
by_length = {}
for w in counts:
    by_length.setdefault(len(w), []).append(w)
print({k: sorted(v) for k, v in sorted(by_length.items())})
