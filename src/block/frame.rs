//! The frame of a letter: what stands above its body and below it.

use super::exchange::exchange_number;
use super::formula::{is_closing, is_salutation};
use super::place_date::done_at;
use super::segment::{RawBlock, Shape};
use super::signature::lists_signatories;
use crate::text::ends_sentence;

/// Where in a letter's frame the cursor stands: names and addresses are no paragraphs only above
/// and below the body.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Frame {
    /// Above the body.
    #[default]
    Front,
    Body,
    /// Right below the complimentary close.
    Closed,
    /// Below a signature.
    Signed,
    /// In a list of signatories.
    Listed,
}

impl Frame {
    /// Where it stands below a block.
    pub(super) fn after(self, block: &RawBlock) -> Frame {
        let text = block.flow.text.as_str();
        match block.shape {
            Shape::Label(_) | Shape::Heading | Shape::Exchange => Frame::Front,
            Shape::Signature if self == Frame::Listed => self,
            Shape::Signature | Shape::SignatureTable => Frame::Signed,
            Shape::Deliberative(_) => Frame::Body,
            Shape::Address | Shape::LanguageNote => self,
            _ if exchange_number(text).is_some() => Frame::Front,
            _ if lists_signatories(text) => Frame::Listed,
            _ if is_closing(text) => Frame::Closed,
            _ if self == Frame::Body => self,
            _ if is_salutation(text) => Frame::Body,
            _ if ends_sentence(text) && text.len() > 80 || done_at(text).is_some() => Frame::Body,
            _ => self,
        }
    }
}
