# A str that is all there is to format is the result.
class Label:
    def __init__(self, text):
        self.text = text

    def __str__(self):
        return self.text

    def __format__(self, spec):
        return self.text


text = ' '.join(['some', 'text'])
label = Label(text)
print('%s' % text is text, '%s' % label is text, '%(key)s' % {'key': text} is text, '%s.' % text is text)
print('{}'.format(text) is text, '{}'.format(label) is text, '{key}'.format(key=text) is text, '{!s}'.format(label) is text)
print(f'{text}' is text, f'{label}' is text, f'{label!s}' is text, f'{text}.' is text, f'{text:3}' is text)
print(format(text) is text, format(label) is text, format(text, '3') is text, format(text, '30') is text)
yes = not text.isdigit()
print(str(yes) is repr(yes), '%s' % yes is str(yes), f'{yes}' is str(yes), str(None) is str(None))
