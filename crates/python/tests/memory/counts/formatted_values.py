# What an f-string formats: a str passes as it is, everything else is made into one.
from sys import getrefcount as count


def show(text):
    return count(text)


word, number = ' '.join(['some', 'words']), 12345
print(show(f'{word}'), show(f'{word!s}'), show(f'{word:s}'), show(f'{word}.'), count(word))
print(show(f'{number}'), show(f'{number!r}'), show(f'{77777}'), show(f'{2.5}'))
print(f'{word}' is word, f'{word!s}' is word, f'{word:s}' is word, f'{word:}' is word, format(word) is word)


def inside(text):
    return count(f'{text}'), show(f'{text}'), f'{text}' is text


print(inside(word))
print(inside('a constant'))
