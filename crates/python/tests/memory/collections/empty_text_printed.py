for text in '', 'a', '\n':
    print(text)
    print(text, end='')
print(end='')
lists = [[], []]
print('', '')
lists = [[], [], []]
print('a', end='')
print('', end='')
lists = [[], [], [], []]
print('')
lists = []
