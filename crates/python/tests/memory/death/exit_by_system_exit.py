# SystemExit ends the program with nobody holding the module: its names are garbage, so no callback runs.
import sys
import weakref


class Node:
    pass


node = Node()
ref = weakref.ref(node, lambda ref: print('dead', ref() is None))
sys.exit('over')
