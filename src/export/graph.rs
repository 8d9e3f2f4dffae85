//! The network of citations between documents.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::place::{ParagraphType, Place, places};
use super::rows::target_kind;
use crate::model::{Citation, CitationTarget, Document, Organization, Relation};
use crate::span::Span;

/// A document or instrument of the network.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(inline))]
#[non_exhaustive]
pub struct NodeRow {
    /// The canonical symbol or the name of the instrument; of a document that was read and has
    /// neither, the name of its input.
    pub id: String,
    /// The kind of a document that was read, such as resolution or letter; else what it is cited
    /// as: resolution, decision, document, letter, `treaty_series`, instrument or other.
    pub node_kind: String,
    /// The code of the organ that issued it, such as GA or SC; null where it is not known.
    pub organ: Option<String>,
    /// The date of the document, else that of its masthead, else the first one that it is cited
    /// with, ISO 8601; null where none is known.
    pub date: Option<String>,
    /// Name of the input as the caller gave it; null where the document was not read but cited.
    pub source: Option<String>,
    /// Its further symbols, under which it may be cited as well.
    pub other_symbols: Vec<String>,
}

/// A citation of one document or instrument by another.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(inline))]
#[non_exhaustive]
pub struct EdgeRow {
    /// The node that cites.
    pub from: String,
    /// The node that is cited.
    pub to: String,
    /// What the text says of it; null where it says nothing.
    pub relation: Option<Relation>,
    /// The opening words of the paragraph in canonical form, such as Recalling; null where it has
    /// none.
    pub action: Option<String>,
    /// What the paragraph is; null for a citation that stands in no paragraph.
    pub paragraph_type: Option<ParagraphType>,
    /// The place of the citation: the path of its paragraph, or of the one that its footnote
    /// belongs to; else what the text is, such as `reference`.
    pub path: String,
    /// The places inside what is cited, as printed, from large to small.
    pub pinpoints: Vec<String>,
    /// The citation as printed.
    pub printed: String,
    /// Name of the input as the caller gave it; null where none was given.
    pub source: Option<String>,
    /// Where the citation stands in the source, always in bytes of UTF-8.
    pub span: Span,
}

/// The network of the citations of some documents.
///
/// ```
/// use verbale::export::Graph;
///
/// let text = "RESOLUTION 987 (2031)\n\nThe Security Council,\n\nRecalling its resolution \
///             986 (2031),\n\nDecides to remain seized of the matter.\n";
/// let mut graph = Graph::default();
/// graph.add(&verbale::parse(text).document);
/// let edges = graph.edges();
/// assert_eq!((edges[0].from.as_str(), edges[0].to.as_str()), ("S/RES/987(2031)", "S/RES/986(2031)"));
/// assert_eq!(edges[0].action.as_deref(), Some("Recalling"));
/// ```
#[derive(Debug, Clone, Default)]
pub struct Graph {
    nodes: BTreeMap<String, NodeRow>,
    edges: Vec<EdgeRow>,
    /// The node of each further symbol.
    aliases: HashMap<String, String>,
}

impl Graph {
    /// Adds a document with all that it cites. A citation that stands twice in one paragraph, with
    /// the same relation and pinpoints, is one edge.
    pub fn add(&mut self, document: &Document) {
        let own = own_node(document);
        let from = own.id.clone();
        for symbol in &own.other_symbols {
            self.aliases.insert(symbol.clone(), from.clone());
        }
        let mut itself: HashSet<String> = own.other_symbols.iter().cloned().collect();
        itself.insert(from.clone());
        self.insert(own);
        let mut seen = HashSet::new();
        for place in places(document) {
            for citation in place.citations().filter(|c| !itself.contains(&c.canonical)) {
                let edge = edge(document, &from, &place, citation);
                let key =
                    (edge.to.clone(), edge.path.clone(), edge.relation, edge.pinpoints.clone());
                if seen.insert(key) {
                    self.insert(cited_node(citation));
                    self.edges.push(edge);
                }
            }
        }
    }

    /// Inserts a node, or what it knows more than the one that is there.
    fn insert(&mut self, node: NodeRow) {
        let Some(there) = self.nodes.get_mut(&node.id) else {
            self.nodes.insert(node.id.clone(), node);
            return;
        };
        if there.source.is_none() && node.source.is_some() {
            let cited = std::mem::replace(there, node);
            there.organ = there.organ.take().or(cited.organ);
            there.date = there.date.take().or(cited.date);
        } else {
            there.organ = there.organ.take().or(node.organ);
            there.date = there.date.take().or(node.date);
        }
    }

    /// The nodes, by their names; a document that is cited by a further symbol of its own is one.
    pub fn nodes(&self) -> Vec<NodeRow> {
        self.nodes.values().filter(|node| !self.aliases.contains_key(&node.id)).cloned().collect()
    }

    /// The edges, document by document, in the order of the text.
    pub fn edges(&self) -> Vec<EdgeRow> {
        let edges = self.edges.iter().filter_map(|edge| {
            let mut edge = edge.clone();
            if let Some(known) = self.aliases.get(&edge.to) {
                edge.to.clone_from(known);
            }
            (edge.from != edge.to).then_some(edge)
        });
        edges.collect()
    }
}

fn own_node(document: &Document) -> NodeRow {
    let masthead = document.masthead();
    let mut symbols = masthead.symbols.iter().map(|symbol| symbol.symbol.to_string());
    let source = document.source().unwrap_or("-").to_owned();
    let printed = document.document_date().or(masthead.publication_date.as_ref());
    let organ = match document {
        Document::Resolution(d) => d.organ.as_ref(),
        Document::Decision(d) => d.organ.as_ref(),
        Document::DraftResolution(d) => d.organ.as_ref(),
        Document::PresidentialStatement(d) => d.organ.as_ref(),
        _ => None,
    };
    let code = |organ: &Organization| organ.code.clone();
    let by_symbol = || masthead.symbols.first().and_then(|symbol| symbol.symbol.organ());
    NodeRow {
        id: symbols.next().unwrap_or_else(|| source.clone()),
        node_kind: document.document_type().to_owned(),
        organ: organ.and_then(code).or_else(|| by_symbol().map(str::to_owned)),
        date: printed.map(|date| date.date.to_string()),
        source: Some(source),
        other_symbols: symbols.collect(),
    }
}

fn cited_node(citation: &Citation) -> NodeRow {
    let organ = match &citation.target {
        CitationTarget::Resolution(target) => target.organ.clone(),
        CitationTarget::Decision(target) => target.organ.clone(),
        CitationTarget::Document(target) => target.symbol.organ().map(str::to_owned),
        _ => None,
    };
    NodeRow {
        id: citation.canonical.clone(),
        node_kind: target_kind(&citation.target).to_owned(),
        organ,
        date: citation.date.map(|date| date.to_string()),
        source: None,
        other_symbols: Vec::new(),
    }
}

fn edge(document: &Document, from: &str, place: &Place<'_>, citation: &Citation) -> EdgeRow {
    EdgeRow {
        from: from.to_owned(),
        to: citation.canonical.clone(),
        relation: citation.relation,
        action: place.action.map(|action| action.canonical.clone()),
        paragraph_type: place.paragraph_type,
        path: place.path.clone(),
        pinpoints: citation.pinpoints.iter().map(|pinpoint| pinpoint.printed.clone()).collect(),
        printed: citation.printed.clone(),
        source: document.source().map(str::to_owned),
        span: citation.span,
    }
}
