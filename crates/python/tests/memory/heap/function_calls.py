def leaf(items, more):
    both = [items, more]
    return both


def middle(z):
    own = {}
    got = leaf(z, own)
    own["got"] = got
    return own


a = []
r = middle(a)
r = None
