/* The observer of the heap oracle: writes the state of a program's memory before every line, as JSON.

   It is a callback of sys.monitoring that reads the interpreter's own structures. It makes no Python object, takes no
   reference and allocates nothing from Python's allocators, so that the program runs as it would alone. README.md
   describes the records; oracle.py compiles this file for each interpreter and uses it. */

#define Py_BUILD_CORE_MODULE 1
#define Py_BUILD_CORE 1
#include "Python.h"
#include "internal/pycore_code.h"
#include "internal/pycore_frame.h"
#include "internal/pycore_gc.h"
#include "internal/pycore_interp.h"
#if PY_VERSION_HEX >= 0x030e0000
#include "internal/pycore_interp_structs.h"
#include "internal/pycore_interpframe.h"
#include "internal/pycore_stackref.h"
#endif
#include <stdio.h>
#include <string.h>

#if PY_VERSION_HEX < 0x030c0000 || defined(Py_GIL_DISABLED)
#error "The observer reads CPython 3.12 and later, built with the GIL."
#endif

#define GENERATIONS 3
#define PERMANENT 3 /* the generation that gc.freeze() fills */
#define LISTS 4
#define NOT_LISTED (-1)

#define MAX_ENTRIES 200000
#define HASH_SIZE (1 << 19)
#define MAX_TYPE_NAMES 1024
#define LABEL_SIZE 64
#define TYPE_NAME_SHOWN 24
#define MAX_TEXT 60
/* Objects beyond this many are left out of a record: it would grow with every object that a loop keeps. */
#define MAX_HEAP 256

/* ---- What is observed ---- */

static FILE *out;
static PyObject *file_name;
static PyObject *program;   /* the code of the file's module, known from its first line on */
static PyObject *namespace; /* its globals */
/* The frame that calls the program, which none does in truth. An error that leaves the program would make its object, so
   it is made before. */
static PyFrameObject *caller;
static enum { BEFORE, RUNNING, OVER } phase = BEFORE;

/* ---- Labels ----
   An address names an object only as long as the object lives: an entry belongs to an address, and it gets a new label
   when the object that had the last one is gone. */

typedef struct {
    PyObject *object;
    char label[LABEL_SIZE];
    int alive;      /* the label is that of the object that is there now */
    size_t front;   /* bytes of its memory that are in front of it */
    long sight;     /* how many labels had been given before: the order of first sight */
    long seen;      /* the last record that it was in */
    int generation; /* in that record */
} Entry;

static Entry *entries;
static int entry_count;
static int *by_address; /* open addressing; -1 is empty */
static long sights;
static long record;

/* Entries in the record that is being made, in order of discovery. */
static int *queue;
static int queued;

static struct {
    char name[TYPE_NAME_SHOWN + 1];
    long count;
} type_names[MAX_TYPE_NAMES];
static int type_name_count;

static unsigned hash_of(const void *address)
{
    return (unsigned)(((uintptr_t)address >> 4) * 2654435761u) & (HASH_SIZE - 1);
}

static int find_entry(const void *address)
{
    for (unsigned h = hash_of(address); by_address[h] >= 0; h = (h + 1) & (HASH_SIZE - 1)) {
        if ((void *)entries[by_address[h]].object == address) {
            return by_address[h];
        }
    }
    return -1;
}

static int add_entry(PyObject *object)
{
    if (entry_count == MAX_ENTRIES) {
        Py_FatalError("oracle: too many objects");
    }
    unsigned h = hash_of(object);
    while (by_address[h] >= 0) {
        h = (h + 1) & (HASH_SIZE - 1);
    }
    by_address[h] = entry_count;
    entries[entry_count].object = object;
    return entry_count++;
}

/* The name of an object's type, without its module. */
static const char *type_name(PyObject *object)
{
    const char *name = Py_TYPE(object)->tp_name;
    const char *dot = strrchr(name, '.');
    return dot ? dot + 1 : name;
}

static long next_number(const char *name)
{
    int i = 0;
    while (i < type_name_count && strncmp(type_names[i].name, name, TYPE_NAME_SHOWN) != 0) {
        i++;
    }
    if (i == MAX_TYPE_NAMES) {
        Py_FatalError("oracle: too many types");
    }
    if (i == type_name_count) {
        strncpy(type_names[i].name, name, TYPE_NAME_SHOWN);
        type_name_count++;
    }
    return ++type_names[i].count;
}

/* The collector's two words, and two more for a managed dict and weakrefs. */
static size_t bytes_in_front(PyTypeObject *type)
{
    int words = 2 * PyType_IS_GC(type) + 2 * PyType_HasFeature(type, Py_TPFLAGS_PREHEADER);
    return words * sizeof(void *);
}

/* The entry of an object, which gets a label at first sight; it becomes part of the record. */
static Entry *enter(PyObject *object)
{
    int index = find_entry(object);
    if (index < 0) {
        index = add_entry(object);
    }
    Entry *entry = &entries[index];
    if (!entry->alive) {
        const char *name = type_name(object);
        snprintf(entry->label, LABEL_SIZE, "%.*s#%ld", TYPE_NAME_SHOWN, name, next_number(name));
        entry->alive = 1;
        entry->front = bytes_in_front(Py_TYPE(object));
        entry->sight = sights++;
    }
    if (entry->seen != record) {
        entry->seen = record;
        queue[queued++] = index;
    }
    return entry;
}

/* As enter(), for what another object refers to: NULL where the record is full. */
static Entry *enter_child(PyObject *object)
{
    int index = find_entry(object);
    int listed = index >= 0 && entries[index].alive && entries[index].seen == record;
    return listed || queued < MAX_HEAP ? enter(object) : NULL;
}

static void retire(const void *address)
{
    int index = find_entry(address);
    if (index >= 0) {
        entries[index].alive = 0;
    }
}

/* ---- Deaths ----
   An object is gone when its memory is freed, or when it goes to a free list. Its destructor alone tells nothing: a
   finalizer can bring the object back. */

static PyMemAllocatorEx allocator;

static void retire_block(char *block)
{
    for (int words = 0; words <= 4; words += 2) {
        size_t front = words * sizeof(void *);
        int index = find_entry(block + front);
        if (index >= 0 && entries[index].front == front) {
            entries[index].alive = 0;
        }
    }
}

static void *observed_malloc(void *context, size_t size)
{
    return allocator.malloc(allocator.ctx, size);
}

static void *observed_calloc(void *context, size_t count, size_t size)
{
    return allocator.calloc(allocator.ctx, count, size);
}

static void *observed_realloc(void *context, void *block, size_t size)
{
    void *moved = allocator.realloc(allocator.ctx, block, size);
    if (block && moved && moved != block) {
        retire_block(block);
    }
    return moved;
}

static void observed_free(void *context, void *block)
{
    if (block && phase == RUNNING) {
        retire_block(block);
    }
    allocator.free(allocator.ctx, block);
}

static void observe_allocator(void)
{
    PyMem_GetAllocator(PYMEM_DOMAIN_OBJ, &allocator);
    PyMemAllocatorEx observed = {NULL, observed_malloc, observed_calloc, observed_realloc, observed_free};
    PyMem_SetAllocator(PYMEM_DOMAIN_OBJ, &observed);
}

#if PY_VERSION_HEX < 0x030e0000
/* 3.12 tells nobody of destructions, 3.13 not of those in its evaluation loop. The types with free lists get a destructor
   that notes them; while it runs, the type has its own, by which nested objects are recognized and not freed
   recursively. */

#define FREE_LISTED 4

static destructor destructors[FREE_LISTED];

static PyTypeObject *free_listed_type(int i)
{
    PyTypeObject *types[FREE_LISTED] = {&PyList_Type, &PyDict_Type, &PyTuple_Type, &PySlice_Type};
    return types[i];
}

static void observed_dealloc(PyObject *object)
{
    int i = PyList_Check(object) ? 0 : PyDict_Check(object) ? 1 : PyTuple_Check(object) ? 2 : 3;
    PyTypeObject *type = free_listed_type(i);
    retire(object);
    type->tp_dealloc = destructors[i];
    destructors[i](object);
    type->tp_dealloc = observed_dealloc;
}

static void observe_destructors(void)
{
    for (int i = 0; i < FREE_LISTED; i++) {
        destructors[i] = free_listed_type(i)->tp_dealloc;
        free_listed_type(i)->tp_dealloc = observed_dealloc;
    }
}
#else
static void observe_destructors(void) {}
#endif

#if PY_VERSION_HEX >= 0x030d0000
/* What goes to a free list has no finalizer, so that its destruction is its end. */
static int on_reference_event(PyObject *object, PyRefTracerEvent event, void *data)
{
    if (event == PyRefTracer_DESTROY && phase == RUNNING && Py_TYPE(object)->tp_finalize == NULL) {
        retire(object);
    }
    return 0;
}

static void observe_deaths(void)
{
    PyRefTracer_SetTracer(on_reference_event, NULL);
    observe_destructors();
}

static void retire_free_listed(PyInterpreterState *interpreter) {}
#else
static void observe_deaths(void)
{
    observe_destructors();
}

/* What nested objects leave on the free lists is found there before the next record. */
static void retire_free_listed(PyInterpreterState *interpreter)
{
    for (int i = 0; i < interpreter->list.numfree; i++) {
        retire(interpreter->list.free_list[i]);
    }
    for (int i = 0; i < interpreter->dict_state.numfree; i++) {
        retire(interpreter->dict_state.free_list[i]);
    }
    for (int i = 0; i < PyTuple_NFREELISTS; i++) {
        PyTupleObject *tuple = interpreter->tuple.free_list[i];
        for (; tuple; tuple = (PyTupleObject *)tuple->ob_item[0]) {
            retire(tuple);
        }
    }
    retire(interpreter->slice_cache);
}
#endif

/* ---- The collector's lists ---- */

static PyGC_Head *list_head(PyInterpreterState *interpreter, int generation)
{
    return generation == PERMANENT ? &interpreter->gc.permanent_generation.head
                                   : &interpreter->gc.generations[generation].head;
}

static PyGC_Head *next_on_list(PyGC_Head *node)
{
    /* The lowest two bits are flags. */
    return (PyGC_Head *)(node->_gc_next & ~(uintptr_t)3);
}

static PyObject *object_of(PyGC_Head *node)
{
    return (PyObject *)(node + 1);
}

/* Notes in all entries in which generation their object is. */
static void find_generations(PyInterpreterState *interpreter)
{
    for (int i = 0; i < entry_count; i++) {
        entries[i].generation = NOT_LISTED;
    }
    for (int generation = 0; generation < LISTS; generation++) {
        PyGC_Head *head = list_head(interpreter, generation);
        for (PyGC_Head *node = next_on_list(head); node != head; node = next_on_list(node)) {
            int index = find_entry(object_of(node));
            if (index >= 0) {
                entries[index].generation = generation;
            }
        }
    }
}

/* ---- What of the program's objects is shown ---- */

/* Shown by their values only. */
static int is_atom(PyObject *object)
{
    return object == Py_None || PyBool_Check(object) || PyLong_CheckExact(object) || PyFloat_CheckExact(object) ||
           PyUnicode_CheckExact(object) || PyBytes_CheckExact(object);
}

/* Shown as variables, but not followed: everything of the interpreter can be reached from them. */
static int is_leaf(PyObject *object)
{
    return PyType_Check(object) || PyModule_Check(object) || PyFunction_Check(object) || PyCode_Check(object) ||
           PyCFunction_Check(object) || object == namespace;
}

static const char *ascii_text(PyObject *text)
{
    return PyUnicode_Check(text) && PyUnicode_IS_ASCII(text) ? (const char *)PyUnicode_1BYTE_DATA(text) : NULL;
}

/* The name under which a variable is shown, or NULL. */
static const char *shown_name(PyObject *name, PyObject *value)
{
    const char *text = ascii_text(name);
    return text && strncmp(text, "__", 2) != 0 && !PyModule_Check(value) ? text : NULL;
}

typedef void (*OnVariable)(const char *name, PyObject *value, int is_cell, void *context);

static void each_in_dict(PyObject *dict, OnVariable on_variable, void *context)
{
    PyObject *key, *value;
    Py_ssize_t position = 0;
    while (PyDict_Next(dict, &position, &key, &value)) {
        const char *name = shown_name(key, value);
        if (name) {
            on_variable(name, value, 0, context);
        }
    }
}

static PyCodeObject *code_of(_PyInterpreterFrame *frame)
{
#if PY_VERSION_HEX >= 0x030e0000
    return (PyCodeObject *)PyStackRef_AsPyObjectBorrow(frame->f_executable);
#elif PY_VERSION_HEX >= 0x030d0000
    return (PyCodeObject *)frame->f_executable;
#else
    return frame->f_code;
#endif
}

static PyObject *fast_local(_PyInterpreterFrame *frame, int i)
{
#if PY_VERSION_HEX >= 0x030e0000
    return PyStackRef_IsNull(frame->localsplus[i]) ? NULL : PyStackRef_AsPyObjectBorrow(frame->localsplus[i]);
#else
    return frame->localsplus[i];
#endif
}

static void each_local(_PyInterpreterFrame *frame, OnVariable on_variable, void *context)
{
    PyCodeObject *code = code_of(frame);
    if (!(code->co_flags & CO_OPTIMIZED)) {
        if (frame->f_locals && PyDict_Check(frame->f_locals)) {
            each_in_dict(frame->f_locals, on_variable, context);
        }
        return;
    }
    const char *kinds = PyBytes_AS_STRING(code->co_localspluskinds);
    for (int i = 0; i < code->co_nlocalsplus; i++) {
        PyObject *value = fast_local(frame, i);
        int is_cell = value && (kinds[i] & (CO_FAST_CELL | CO_FAST_FREE)) && PyCell_Check(value);
        if (is_cell) {
            value = ((PyCellObject *)value)->ob_ref;
        }
        const char *name = value ? shown_name(PyTuple_GET_ITEM(code->co_localsplusnames, i), value) : NULL;
        if (name) {
            on_variable(name, value, is_cell, context);
        }
    }
}

/* ---- Finding what is in a record ---- */

static void enter_variable(const char *name, PyObject *value, int is_cell, void *context)
{
    if (!is_atom(value)) {
        enter(value);
    }
}

static int is_shown_referent(PyObject *object)
{
    return object && object != (PyObject *)caller && !is_atom(object) && !is_leaf(object);
}

static int enter_referent(PyObject *object, void *context)
{
    if (is_shown_referent(object)) {
        enter_child(object);
    }
    return 0;
}

static void traverse(PyObject *object, visitproc visit, void *context)
{
    if (Py_TYPE(object)->tp_traverse && PyObject_IS_GC(object)) {
        Py_TYPE(object)->tp_traverse(object, visit, context);
    }
}

/* Enters what the queue from an index on leads to. */
static void follow_queue(int from)
{
    for (int i = from; i < queued; i++) {
        PyObject *object = entries[queue[i]].object;
        if (!is_leaf(object)) {
            traverse(object, enter_referent, NULL);
        }
    }
}

static int compare_sights(const void *a, const void *b)
{
    long difference = entries[*(const int *)a].sight - entries[*(const int *)b].sight;
    return (difference > 0) - (difference < 0);
}

/* Enters what has a label and is alive, but that no variable leads to any more. */
static void enter_unreachable(PyInterpreterState *interpreter)
{
    find_generations(interpreter);
    int first = queued;
    for (int i = 0; i < entry_count; i++) {
        if (entries[i].alive && entries[i].seen != record && entries[i].generation != NOT_LISTED) {
            entries[i].seen = record;
            queue[queued++] = i;
        }
    }
    qsort(queue + first, queued - first, sizeof(int), compare_sights);
    follow_queue(first);
}

/* ---- Writing ---- */

static void write_separator(int *first)
{
    if (!*first) {
        fputc(',', out);
    }
    *first = 0;
}

static void write_text(const char *text, Py_ssize_t length)
{
    fputc('"', out);
    for (Py_ssize_t i = 0; i < length; i++) {
        unsigned char c = text[i];
        if (c < 32) {
            fprintf(out, "\\u%04x", c);
        } else {
            if (c == '"' || c == '\\') {
                fputc('\\', out);
            }
            fputc(c, out);
        }
    }
    fputc('"', out);
}

static void write_string(const char *text)
{
    write_text(text, strlen(text));
}

static int weakref_count(PyObject *object)
{
    PyTypeObject *type = Py_TYPE(object);
    int is_static_type = PyType_Check(object) && !(((PyTypeObject *)object)->tp_flags & Py_TPFLAGS_HEAPTYPE);
    if (type->tp_weaklistoffset == 0 || is_static_type) {
        return 0;
    }
    int count = 0;
    PyWeakReference *ref = *(PyWeakReference **)((char *)object + type->tp_weaklistoffset);
    for (; ref; ref = ref->wr_next) {
        count++;
    }
    return count;
}

static void write_count(PyObject *object)
{
    if (_Py_IsImmortal(object)) {
        fputs(",\"rc\":\"immortal\"", out);
    } else {
        fprintf(out, ",\"rc\":%lld", (long long)Py_REFCNT(object));
    }
}

static void write_generation(const Entry *entry)
{
    if (!entry || entry->generation == NOT_LISTED) {
        fputs(",\"gen\":null", out);
    } else if (entry->generation == PERMANENT) {
        fputs(",\"gen\":\"perm\"", out);
    } else {
        fprintf(out, ",\"gen\":%d", entry->generation);
    }
}

static void write_float(double value)
{
    /* JSON has no infinities. */
    char *text = isfinite(value) ? PyOS_double_to_string(value, 'r', 0, Py_DTSF_ADD_DOT_0, NULL) : NULL;
    if (text) {
        fprintf(out, ",\"v\":%s", text);
        PyMem_Free(text);
    }
}

static void write_value(PyObject *object)
{
    if (object == Py_None) {
        fputs(",\"v\":null", out);
    } else if (PyBool_Check(object)) {
        fprintf(out, ",\"v\":%s", object == Py_True ? "true" : "false");
    } else if (PyLong_CheckExact(object)) {
        int overflow;
        long long value = PyLong_AsLongLongAndOverflow(object, &overflow);
        if (!overflow) {
            fprintf(out, ",\"v\":%lld", value);
        }
    } else if (PyFloat_CheckExact(object)) {
        write_float(PyFloat_AS_DOUBLE(object));
    } else if (PyUnicode_CheckExact(object) && PyUnicode_IS_ASCII(object)) {
        Py_ssize_t length = PyUnicode_GET_LENGTH(object);
        fputs(",\"v\":", out);
        write_text(ascii_text(object), length > MAX_TEXT ? MAX_TEXT : length);
    }
}

static void write_variable(const char *name, PyObject *value, int is_cell, void *context)
{
    const Entry *entry = is_atom(value) ? NULL : enter(value);
    write_separator(context);
    write_string(name);
    fputs(":{\"obj\":", out);
    if (entry) {
        write_string(entry->label);
    } else {
        fputs("null", out);
    }
    fputs(",\"type\":", out);
    write_string(type_name(value));
    write_count(value);
    fprintf(out, ",\"tracked\":%d,\"weak\":%d", PyObject_GC_IsTracked(value), weakref_count(value));
    if (is_cell) {
        fputs(",\"cell\":1", out);
    }
    write_generation(entry);
    write_value(value);
    fputc('}', out);
}

static int write_referent(PyObject *object, void *context)
{
    const Entry *entry = is_shown_referent(object) ? enter_child(object) : NULL;
    if (entry) {
        write_separator(context);
        write_string(entry->label);
    }
    return 0;
}

static void write_heap_object(const Entry *entry, int is_unreachable)
{
    PyObject *object = entry->object;
    write_string(entry->label);
    fputs(":{\"type\":", out);
    write_string(type_name(object));
    write_count(object);
    fprintf(out, ",\"tracked\":%d,\"fin\":%d,\"weak\":%d,\"unreach\":%d", PyObject_GC_IsTracked(object),
            PyObject_GC_IsFinalized(object), weakref_count(object), is_unreachable);
    write_generation(entry);
    fputs(",\"refs\":[", out);
    int first = 1;
    traverse(object, write_referent, &first);
    fputs("]}", out);
}

static void write_generations(PyInterpreterState *interpreter)
{
    int counts[GENERATIONS];
    long sizes[GENERATIONS] = {0, 0, 0};
    for (int g = 0; g < GENERATIONS; g++) {
        counts[g] = interpreter->gc.generations[g].count;
        PyGC_Head *head = list_head(interpreter, g);
        for (PyGC_Head *node = next_on_list(head); node != head; node = next_on_list(node)) {
            sizes[g]++;
        }
    }
    fprintf(out, ",\"count\":[%d,%d,%d],\"gen_sizes\":[%ld,%ld,%ld],\"ll\":[%zd,%zd]", counts[0], counts[1], counts[2],
            sizes[0], sizes[1], sizes[2], interpreter->gc.long_lived_pending, interpreter->gc.long_lived_total);
}

/* The objects of the record on each list, in the list's order. */
static void write_order(PyInterpreterState *interpreter)
{
    fputs(",\"order\":[", out);
    int first_list = 1;
    for (int g = 0; g < GENERATIONS; g++) {
        write_separator(&first_list);
        fputc('[', out);
        int first = 1;
        PyGC_Head *head = list_head(interpreter, g);
        for (PyGC_Head *node = next_on_list(head); node != head; node = next_on_list(node)) {
            int index = find_entry(object_of(node));
            if (index >= 0 && entries[index].alive && entries[index].seen == record) {
                write_separator(&first);
                write_string(entries[index].label);
            }
        }
        fputc(']', out);
    }
    fputc(']', out);
}

/* ---- Collections ---- */

typedef struct {
    Py_ssize_t runs;
    Py_ssize_t collected;
} Collections;

static Collections collections_before[GENERATIONS];

static Collections collections_of(PyInterpreterState *interpreter, int generation)
{
#if PY_VERSION_HEX >= 0x030f0000
    /* Rings of the latest collections, each with the totals up to it. */
    struct gc_stats *stats = interpreter->gc.generation_stats;
    struct gc_generation_stats *latest;
    if (generation == 0) {
        latest = &stats->young.items[stats->young.index];
    } else {
        latest = &stats->old[generation - 1].items[stats->old[generation - 1].index];
    }
#else
    struct gc_generation_stats *latest = &interpreter->gc.generation_stats[generation];
#endif
    return (Collections){latest->collections, latest->collected};
}

static void write_collections(PyInterpreterState *interpreter)
{
    int first = 1;
    for (int g = 0; g < GENERATIONS; g++) {
        Collections now = collections_of(interpreter, g);
        Collections *before = &collections_before[g];
        if (now.runs != before->runs) {
            fputs(first ? ",\"gc_since\":[" : ",", out);
            first = 0;
            fprintf(out, "{\"gen\":%d,\"runs\":%zd,\"collected\":%zd}", g, now.runs - before->runs,
                    now.collected - before->collected);
        }
        *before = now;
    }
    if (!first) {
        fputc(']', out);
    }
}

/* ---- A record ---- */

/* Writes the state before a line, or at the end, where there is no frame. */
static void write_record(const char *event, int line, _PyInterpreterFrame *frame)
{
    PyInterpreterState *interpreter = PyInterpreterState_Get();
    PyCodeObject *code = frame ? code_of(frame) : (PyCodeObject *)program;
    int with_locals = frame && (PyObject *)code != program;

    retire_free_listed(interpreter);
    record++;
    queued = 0;
    each_in_dict(namespace, enter_variable, NULL);
    if (with_locals) {
        each_local(frame, enter_variable, NULL);
    }
    follow_queue(0);
    int reachable = queued;
    enter_unreachable(interpreter);
    find_generations(interpreter);

    const char *name = ascii_text(code->co_name);
    fprintf(out, "{\"ev\":\"%s\",\"line\":%d,\"fn\":", event, line);
    write_string(name ? name : "?");
    write_generations(interpreter);
    write_collections(interpreter);
    int first = 1;
    fputs(",\"globals\":{", out);
    each_in_dict(namespace, write_variable, &first);
    fputc('}', out);
    if (with_locals) {
        first = 1;
        fputs(",\"locals\":{", out);
        each_local(frame, write_variable, &first);
        fputc('}', out);
    }
    first = 1;
    fputs(",\"heap\":{", out);
    for (int i = 0; i < queued; i++) {
        if (!is_leaf(entries[queue[i]].object)) {
            write_separator(&first);
            write_heap_object(&entries[queue[i]], i >= reachable);
        }
    }
    fputc('}', out);
    write_order(interpreter);
    fputs("}\n", out);
}

static _PyInterpreterFrame *current_frame(void)
{
#if PY_VERSION_HEX < 0x030d0000
    return PyThreadState_Get()->cframe->current_frame;
#else
    return PyThreadState_Get()->current_frame;
#endif
}

/* ---- The module ---- */

static PyObject *freeze, *unfreeze; /* of the module gc */
static PyObject *instrument; /* prepares the code of the file's module, so that on_return is called when it returns */

static void call(PyObject *function, PyObject *argument)
{
    PyObject *result = argument ? PyObject_CallOneArg(function, argument) : PyObject_CallNoArgs(function);
    if (!result) {
        PyErr_Print();
        Py_FatalError("oracle: a call failed");
    }
    Py_DECREF(result);
}

/* Everything that is there before the first line goes out of the collector's sight, and its counts begin at zero. The
   collection empties the free lists; nothing may fill them after it. */
static void begin(PyCodeObject *code)
{
    program = (PyObject *)code;
    call(instrument, program);
    PyInterpreterState *interpreter = PyInterpreterState_Get();
    PyGC_Collect();
    call(freeze, NULL);
    interpreter->gc.long_lived_total = 0;
    interpreter->gc.long_lived_pending = 0;
    for (int g = 0; g < GENERATIONS; g++) {
        interpreter->gc.generations[g].count = 0;
        collections_before[g] = collections_of(interpreter, g);
    }
    phase = RUNNING;
}

/* Brings back what was frozen, for the interpreter's exit to collect, before what generation 2 has by now: there it was. */
static void unfreeze_first(void)
{
    PyInterpreterState *interpreter = PyInterpreterState_Get();
    PyGC_Head *frozen = list_head(interpreter, PERMANENT), *old = list_head(interpreter, GENERATIONS - 1);
    if (next_on_list(old) != old) {
        PyGC_Head *first = next_on_list(old), *last = _PyGCHead_PREV(old), *before = _PyGCHead_PREV(frozen);
        _PyGCHead_SET_NEXT(before, first);
        _PyGCHead_SET_PREV(first, before);
        _PyGCHead_SET_NEXT(last, frozen);
        _PyGCHead_SET_PREV(frozen, last);
        _PyGCHead_SET_NEXT(old, old);
        _PyGCHead_SET_PREV(old, old);
    }
    call(unfreeze, NULL);
}

/* Only 3.12 reports the line on which a function or a class body begins: the line of a class statement twice, the line of a
   lambda once more when it is called. */
static int is_of_3_12_alone(PyCodeObject *code, int line)
{
    return PY_VERSION_HEX < 0x030d0000 && (PyObject *)code != program && line == code->co_firstlineno;
}

static PyObject *on_line(PyObject *self, PyObject *const *arguments, Py_ssize_t count)
{
    PyCodeObject *code = (PyCodeObject *)arguments[0];
    if (phase == BEFORE && file_name && PyUnicode_Compare(code->co_filename, file_name) == 0) {
        begin(code);
    }
    if (phase != RUNNING) {
        Py_RETURN_NONE;
    }
    int line = (int)PyLong_AsLong(arguments[1]);
    int is_of_program = code->co_filename == ((PyCodeObject *)program)->co_filename;
    if (is_of_program && !is_of_3_12_alone(code, line)) {
        write_record("line", line, current_frame());
    }
    Py_RETURN_NONE;
}

static void end_records(void)
{
    if (phase == RUNNING) {
        write_record("end", 0, NULL);
        fflush(out);
        phase = OVER;
    }
}

static PyObject *on_return(PyObject *self, PyObject *const *arguments, Py_ssize_t count)
{
    if (arguments[0] == program) {
        end_records();
    }
    Py_RETURN_NONE;
}

/* run(file_name, globals, descriptor, freeze, unfreeze, instrument): runs a file as the command line does, writes
   records to the descriptor, prints the exception that ends the program; returns whether none did, or raises SystemExit. */
static PyObject *run(PyObject *self, PyObject *arguments)
{
    int descriptor;
    if (!PyArg_ParseTuple(arguments, "UOiOOO", &file_name, &namespace, &descriptor, &freeze, &unfreeze,
                          &instrument)) {
        return NULL;
    }
    const char *path = PyUnicode_AsUTF8(file_name);
    FILE *file = path ? fopen(path, "rb") : NULL;
    out = fdopen(descriptor, "w");
    entries = calloc(MAX_ENTRIES, sizeof(Entry));
    queue = calloc(MAX_ENTRIES, sizeof(int));
    by_address = malloc(HASH_SIZE * sizeof(int));
    if (!file || !out || !entries || !queue || !by_address) {
        return PyErr_SetFromErrno(PyExc_OSError);
    }
    memset(by_address, 0xff, HASH_SIZE * sizeof(int));
    caller = PyEval_GetFrame();
    observe_allocator();
    observe_deaths();
    /* The syntax tree lives as long as the program runs, and holds its constants: so the code is not compiled before. */
    PyObject *result = PyRun_FileEx(file, path, Py_file_input, namespace, namespace, 1);
    PyObject *raised = PyErr_GetRaisedException();
    end_records();
    unfreeze_first();
    if (!result) {
        PyErr_SetRaisedException(raised);
        if (PyErr_ExceptionMatches(PyExc_SystemExit)) {
            /* Printing it exits at once, while the frames that called this one hold __main__. */
            return NULL;
        }
        PyErr_Print();
        Py_RETURN_FALSE;
    }
    Py_DECREF(result);
    Py_RETURN_TRUE;
}

static PyMethodDef methods[] = {
    {"on_line", (PyCFunction)(void *)on_line, METH_FASTCALL, NULL},
    {"on_return", (PyCFunction)(void *)on_return, METH_FASTCALL, NULL},
    {"run", run, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "observer", NULL, -1, methods};

PyMODINIT_FUNC PyInit_observer(void)
{
    return PyModule_Create(&module);
}
