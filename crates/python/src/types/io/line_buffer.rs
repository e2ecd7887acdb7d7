//! What `sys.stdout` and `sys.stderr` hold until a line ends (CPython 3.13 textio.c, _io_TextIOWrapper_write_impl). Output
//! itself is passed on at once; what shows is the list that holds the pieces meanwhile.

use ouro_heap::Id;

use crate::object::{Slot, free_list};
use crate::output::Stream;
use crate::vm::Vm;

/// Bytes after which it is written in any case.
const CHUNK_SIZE: usize = 8192;

/// The pieces of an unfinished line.
#[derive(Clone, Debug, Default)]
pub(crate) struct LineBuffer {
    bytes: usize,
    /// The only piece so far.
    single: Option<Box<str>>,
    /// Two pieces or more, as a list of strs: owned.
    list: Slot,
}

impl LineBuffer {
    /// Whether `id` is the list of the pieces.
    pub(crate) fn is_list(&self, id: Id) -> bool {
        self.list == Some(id)
    }

    /// Calls `visit` for every reference held.
    pub(crate) fn visit(&self, visit: &mut dyn FnMut(Id)) {
        self.list.iter().for_each(|&id| visit(id));
    }
}

impl Vm {
    fn line_buffer(&mut self, stream: Stream) -> Option<&mut LineBuffer> {
        match stream {
            Stream::Stdout => Some(&mut self.line_buffers[0]),
            Stream::Stderr => Some(&mut self.line_buffers[1]),
            Stream::Stdin => None,
        }
    }

    /// Notes a piece that a stream takes, as on a terminal: the end of a line lets go of all.
    pub(crate) fn buffer_text(&mut self, stream: Stream, text: &str) {
        if text.is_empty() && !self.version.empty_text_buffered {
            return;
        }
        let ends = text.contains(['\n', '\r']);
        let Some(buffer) = self.line_buffer(stream) else { return };
        if buffer.single.is_some() || buffer.list.is_some() {
            if buffer.bytes + text.len() > CHUNK_SIZE {
                self.flush_stream(stream);
            } else {
                buffer.bytes += text.len();
                let done = ends || buffer.bytes >= CHUNK_SIZE;
                if let Some(first) = buffer.single.take() {
                    if done {
                        self.heap.count_temporary(free_list::LIST);
                    } else {
                        let items = vec![self.new_str(&*first), self.new_str(text)];
                        let list = self.new_list(items);
                        if let Some(buffer) = self.line_buffer(stream) {
                            buffer.list = Some(list);
                        }
                    }
                } else if let Some(list) = buffer.list {
                    let piece = self.new_str(text);
                    if let Some(items) = self.list_items_mut(list) {
                        items.push(piece);
                    }
                }
                if done {
                    self.flush_stream(stream);
                }
                return;
            }
        }
        if !ends
            && text.len() < CHUNK_SIZE
            && let Some(buffer) = self.line_buffer(stream)
        {
            *buffer = LineBuffer { bytes: text.len(), single: Some(text.into()), list: None };
        }
    }

    /// Lets go of what a stream holds.
    pub(crate) fn flush_stream(&mut self, stream: Stream) {
        let Some(buffer) = self.line_buffer(stream) else { return };
        let list = std::mem::take(buffer).list;
        self.decref_slot(list);
    }
}
