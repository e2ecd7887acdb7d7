# Every sentence of the page in English. Keys are the same in all languages.

page-title = Ouro: Python's memory, step by step
tagline = Python's memory, step by step
actions-label = Examples, sharing and options
version-label = Python release
version-history = CPython { $releases } (history)
language-label = Language
theme-label = Theme
theme-system = System
theme-light = Light
theme-dark = Dark
run = Run
stop = Stop
dismiss = Dismiss
more = { $n } more
panel-empty = Run the program to see this.

## Program and output

program-title = Program
program-edited = edited since the last run
editor-label = Python program
editor-problems = Problems
editor-no-problems = No problems
output-title = Output
output-more = more in later steps
output-empty = Nothing printed yet.
input-asks = The program asks for input:
input-send = Enter
input-end = End of input
input-answers = { $n ->
        [one] Your answer
       *[other] Your { $n } answers
    }
input-answer = Answer { $n }
input-again = Ask again

## Step control

timeline-title = Step control
timeline-buttons = Steps
timeline-first = First
timeline-back = Back
timeline-forward = Forward
timeline-last = Last
timeline-play = Play
timeline-pause = Pause
timeline-speed = Speed
timeline-scrubber = Step
timeline-marks = Events
timeline-empty = Not run yet
timeline-running = Running: { $n } { $n ->
        [one] step
       *[other] steps
    }, { $size }
timeline-memory = ≈ { $size } in { $n } { $n ->
        [one] object
       *[other] objects
    }, peak ≈ { $peak }
timeline-curve = Bytes alive over the steps; the peak is { $peak }.
step-line = Step { $step } of { $last }, before line { $line }
step-end = Step { $step } of { $last }, the program has ended
step-exception = Step { $step } of { $last }, an error ended the program
step-input = Step { $step } of { $last }, line { $line } waits for input
step-stopped = Step { $step } of { $last }, the program was stopped here
mark-collection = Collection
mark-collection-detail = Collection of generation { $generation }: { $collected } freed
mark-print = Output
mark-death = Objects die
mark-error = Error
mark-at = { $what } (step { $step })

## Memory

memory-title = Memory
memory-empty = Run the program to see its memory.
memory-with-code = Classes and functions
memory-with-table = Table
legend-strong = strong reference
legend-weak = weak reference
graph-label = Picture of names, objects and references. The table below says the same.
graph-left-out = { $n ->
        [one] One object more is in the table, or hidden as code
       *[other] { $n } objects more are in the table, or hidden as code
    }
cycle-label = Unreachable cycle { $n }: alive only through itself
cycle-short = cycle { $n }
card-new = new
card-count = Held by { $n } { $n ->
        [one] reference
       *[other] references
    }
card-length = { $n ->
        [one] { $n } item in all
       *[other] { $n } items in all
    }
card-immortal = Immortal: never counted, never freed
card-weakrefs = { $n ->
        [one] One weak reference points
       *[other] { $n } weak references point
    } here
frames-label = Frames and their names
frame-module = module
frame-line = line { $line }
frame-cell = Lives in a cell shared with another function
objects-label = All objects and their references
objects-object = Object
objects-count = Count
objects-generation = Gen
objects-state = State
objects-size = Size
objects-value = Value
objects-refs = Refers to
objects-more = { $n ->
        [one] One more object is not listed.
       *[other] { $n } more objects are not listed.
    }
state-live = live
state-unreachable = unreachable
state-dead = freed

## What the last step changed

changes-title = What changed
changes-line = Line { $line } ran.
changes-start = The program is about to begin.
changes-none = No object changed.
change-created = made, count { $rc }
change-count-up = count { $from } → { $to }
change-count-down = count { $from } → { $to }
change-tracked = the collector now tracks it
change-untracked = the collector no longer tracks it
change-generation = moved from { $from } to { $to }
change-finalized = its finalizer ran
change-weakrefs = { $n ->
        [one] its weak reference was cleared
       *[other] its { $n } weak references were cleared
    }
change-unreachable = can no longer be reached
change-died = died
cause-name = the name { $name } was bound
cause-delete = del { $name }
cause-attribute = the attribute { $name } changed
cause-item = an item changed
cause-build = a container or a literal was built
cause-call = call of { $name }()
cause-some-call = a call
cause-yield = the generator paused at a yield
cause-loop = a loop took its next item, or ended
cause-dropped = it was no longer needed on the stack
cause-return = { $name }() returned and its names went
cause-holder = what held it died
cause-collection = collection of generation { $generation }
cause-instruction = instruction { $name }
collection-automatic = The collector ran by itself: generation { $generation }, { $examined } examined, { $collected } freed.
collection-explicit = gc.collect() ran: generation { $generation }, { $examined } examined, { $collected } freed.
collection-uncollectable = { $n } could not be freed.
note-died = freed
note-unreachable = unreachable

## Generations and weak references

generations-title = Generations
generations-off = automatic: off
gen-0 = Gen 0
gen-1 = Gen 1
gen-2 = Gen 2
gen-young = Young
gen-visited = Visited
gen-pending = Pending
gen-permanent = Permanent
gen-untracked = untracked
lane-0 = youngest
lane-1 = survived one
lane-2 = oldest
lane-young = not examined yet
lane-visited = done in this pass
lane-pending = still to come in this pass
lane-permanent = never examined
generation-objects = { $n ->
        [one] { $n } object
       *[other] { $n } objects
    }
generation-count = Count of { $generation } against its threshold
generation-left = { $n } until the threshold
weakrefs-title = Weak references
weakrefs-none = No weak references.
weak-ref = ref
weak-proxy = proxy
weak-alive = alive
weak-dead = dead
weak-callback = callback:

## What is approximate

approximate-title = What is approximate
approximate-about = Counts, generations, references and collections are CPython's, checked line by line against the real interpreters. These are not exact:
approximate-memory = Memory in all is the sum of what sys.getsizeof says of every object; what CPython's allocator adds is left out.
approximate-start = The generations begin empty. A real interpreter's own start leaves objects and counts behind, so its first automatic collection comes earlier.
approximate-addresses = Addresses, as id() and reprs print them, stay the same during a run, but are the model's own.
approximate-times = The clock is the model's own: an instruction that loops or calls takes 50 ns.
approximate-measuring = What tracemalloc and memory_profiler report comes from the same model.

## Banners

notice-link-damaged = This link is damaged.
notice-link-damaged-detail = Part of it was lost on the way. Your last program is shown instead; ask for the link again.
notice-link-newer = This link was made by a newer Ouro.
notice-link-newer-detail = Reload the page to get the newest version. Your last program is shown meanwhile.
notice-restarted = The engine was started again.
notice-restarted-detail = It did not answer any more. Your program is safe; try again to step through it.
notice-no-engine = The engine cannot be started.
notice-no-engine-detail = Reload the page, or try a browser that runs WebAssembly in workers. Your program is safe.
notice-run-again = Try again
notice-rejected-detail = Line { $line }, column { $column }.
notice-rejected-kept = The last good run stays on the screen.
notice-status = The program ended with exit status { $status }.
notice-stopped = Stopped.
notice-kept = { $n ->
        [one] The step up to there can be explored.
       *[other] The { $n } steps up to there can be explored.
    }
notice-limit = A limit was reached: { $limit } ({ $value }).
notice-raise = Raise the limit
notice-raised-detail = Not caught, in line { $line }.
notice-go-to-step = Go to that step
notice-modules = Modules that can be imported: { $modules }.
limit-steps = steps
limit-instructions = instructions
limit-bytes = memory
limit-output = characters of output

## Options and sharing

options-title = Options
options-about = What stops a program that does not stop by itself. What ran up to there can always be explored.
options-steps = Steps (lines run)
options-instructions = Instructions
options-bytes = Memory in MB
options-output = Characters of output
options-usual = Defaults
options-run = Apply
share-title = Share
share-heading = Share this program
share-about = The link carries the program, this step and the options. Nothing is sent to a server.
share-address = Link
share-copy = Copy link
share-copied = Copied

## Examples

examples-title = Examples
topic-reference-counting = Reference counting
topic-cycles = Cycles
topic-generations = Generations
topic-generators = Generators and lists
topic-del = del
topic-context-managers = Context managers
topic-weak-references = Weak references
topic-measuring = Measuring
example-two-names = Two names, one list
    .look = The count follows every name and every place in a list.
example-a-guest = A guest in a function
    .look = Inside the call the count is higher; afterwards it is what it was.
example-last-words = Last words
    .look = __del__ runs on the very line that drops the last reference.
example-two-friends = Two friends
    .look = No name leads to the two any more, but each keeps the other alive.
example-in-itself = A box in itself
    .look = One list, one reference, and that one is its own.
example-breaking-up = Opening a ring
    .look = Cut one link by hand, and counting alone frees the rest.
example-growing-old = Growing old
    .look = Survivors of a collection move to the next lane.
example-full-nursery = A full nursery
    .look = The count of generation 0 climbs to its threshold, then the collector comes.
example-young-garbage = Young garbage
    .look = Short-lived cycles pile up and vanish together.
example-countdown = A sleeping generator
    .look = Between two values the generator keeps its frame, names and all.
example-all-or-one = All at once, or one by one
    .look = Compare the sizes of the list and of the generator.
example-a-million = A million numbers
    .look = One card, eight megabytes; then a generator takes its place.
example-a-name-goes = del removes a name
    .look = The parcel survives its name and dies with its last holder.
example-after-the-loop = After the loop
    .look = The loop's variable still holds the last page.
example-a-large-image = One row of an image
    .look = All rows go at once, except the one with a name of its own.
example-a-diary = A diary
    .look = The file is closed at the end of the block, while its name lives on.
example-a-borrowed-key = A borrowed key
    .look = __exit__ gives the key back, even when an error leaves the block.
example-watching = Watching a kite
    .look = The weak reference does not count; its callback runs when the kite is gone.
example-a-cache = A forgetful cache
    .look = The weak dictionary loses the song that nobody else holds.
example-up-the-tree = Up the tree, weakly
    .look = Parents hold children, children only watch parents: no cycle.
example-counting-holders = Counting holders
    .look = Each place that holds the coin adds one to what getrefcount says.
example-room-to-grow = Room to grow
    .look = The list's size jumps, then stays, while items arrive.
example-who-refers = Who refers to whom
    .look = Compare what the collector answers with the arrows.
