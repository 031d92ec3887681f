//! Evidence: for every piece, how much speaks for each label, and which rule says so most.

use crate::report::Label;

/// The evidence for one label of one piece.
#[derive(Clone, Copy, Debug)]
struct Tally {
    rule: &'static str,
    /// Where the piece's next tally stands among the others; 0 behind the last.
    next: u32,
    weight: f32,
    /// The weight of the heaviest rule, which is `rule`.
    most: f32,
    label: Label,
}

impl Tally {
    fn outweighs(&self, other: &Tally) -> bool {
        self.weight > other.weight || (self.weight >= other.weight && self.label < other.label)
    }
}

/// The evidence for the pieces of a report.
///
/// Most pieces have a tally or two, some have six. The first of each stands at the piece's own number; all others share one list, in
/// which each names the next of its piece, so that a piece takes no more room than its evidence.
#[derive(Debug)]
pub(super) struct Evidence {
    first: Vec<Tally>,
    others: Vec<Tally>,
}

impl Evidence {
    /// Room for the evidence of so many pieces.
    pub(super) fn for_pieces(count: usize) -> Self {
        Evidence { first: Vec::with_capacity(count), others: Vec::with_capacity(count) }
    }

    /// The next piece, with one rule's evidence for one label.
    pub(super) fn push(&mut self, label: Label, weight: f32, rule: &'static str) {
        self.first.push(Tally { rule, next: 0, weight, most: weight, label });
    }

    /// Adds a rule's evidence to a piece's.
    pub(super) fn add(&mut self, piece: usize, label: Label, weight: f32, rule: &'static str) {
        // The number of the piece's next tally; 0 stands for its first, and the first of the others is 1.
        let mut at = 0;
        loop {
            let free = u32::try_from(self.others.len() + 1).unwrap_or(u32::MAX);
            let tally = match self.others.get_mut(Self::place(at)) {
                Some(other) => other,
                None => &mut self.first[piece],
            };
            if tally.label == label {
                tally.weight += weight;
                if weight > tally.most {
                    (tally.most, tally.rule) = (weight, rule);
                }
                return;
            }
            if tally.next == 0 {
                tally.next = free;
                break;
            }
            at = tally.next;
        }
        self.others.push(Tally { rule, next: 0, weight, most: weight, label });
    }

    /// Where the tally of a number stands among the others; nowhere for 0.
    fn place(number: u32) -> usize {
        (number as usize).wrapping_sub(1)
    }

    /// A piece's tallies, in the order their labels came up.
    fn tallies(&self, piece: usize) -> impl Iterator<Item = &Tally> {
        std::iter::successors(self.first.get(piece), |tally| self.others.get(Self::place(tally.next)))
    }

    /// A piece's evidence for a label.
    pub(super) fn of(&self, piece: usize, label: Label) -> f32 {
        self.tallies(piece).find(|tally| tally.label == label).map_or(0.0, |tally| tally.weight)
    }

    /// The label with the most evidence, its weight and its reason; ties go to the earlier label.
    pub(super) fn best(&self, piece: usize) -> (Label, f32, &'static str) {
        let best = self.heaviest(piece);
        (best.label, best.weight, best.rule)
    }

    fn heaviest(&self, piece: usize) -> &Tally {
        let mut best = &self.first[piece];
        let mut next = best.next;
        while let Some(tally) = self.others.get(Self::place(next)) {
            if tally.outweighs(best) {
                best = tally;
            }
            next = tally.next;
        }
        best
    }

    /// Whether a label has the most evidence; not for a piece that isn't there.
    pub(super) fn is(&self, piece: usize, label: Label) -> bool {
        piece < self.first.len() && self.heaviest(piece).label == label
    }

    /// The label that came second, with its weight and its reason.
    pub(super) fn runner_up(&self, piece: usize) -> Option<(Label, f32, &'static str)> {
        let best = self.heaviest(piece).label;
        let others = self.tallies(piece).filter(|tally| tally.label != best);
        let second = others.reduce(|best, tally| if tally.outweighs(best) { tally } else { best })?;
        Some((second.label, second.weight, second.rule))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_label_with_the_most_evidence_wins_under_its_heaviest_rule() {
        let mut evidence = Evidence::for_pieces(2);
        evidence.push(Label::Paragraph, 3.0, "prose");
        evidence.push(Label::Paragraph, 1.0, "default");
        assert_eq!(evidence.runner_up(0), None);
        evidence.add(0, Label::Heading, 2.0, "heading-short");
        evidence.add(1, Label::Furniture, 4.0, "furniture-word");
        evidence.add(0, Label::Caption, 2.5, "caption-fused");
        evidence.add(0, Label::Heading, 1.5, "heading-numbered");
        assert_eq!(evidence.best(0), (Label::Heading, 3.5, "heading-short"));
        assert_eq!(evidence.runner_up(0), Some((Label::Paragraph, 3.0, "prose")));
        assert_eq!(evidence.best(1), (Label::Furniture, 4.0, "furniture-word"));
        assert_eq!((evidence.of(0, Label::Caption), evidence.of(1, Label::Caption)), (2.5, 0.0));
        evidence.add(0, Label::Caption, 1.0, "caption-points");
        assert_eq!(evidence.best(0).0, Label::Caption, "ties go to the earlier label");
        assert!(evidence.is(1, Label::Furniture) && !evidence.is(0, Label::Heading) && !evidence.is(2, Label::Furniture));
    }
}
