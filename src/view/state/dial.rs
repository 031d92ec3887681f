//! Where the timeline stands: N, and how it moves by hand, by key, by the address and by itself.

use crate::response::scale::Scale;

/// A pull on the slider that ends this near a deadline (as a part of the axis) means the deadline.
const MAGNET: f64 = 0.008;

/// How long N takes over the whole axis when it moves by itself, in milliseconds, without its rests.
const WHOLE: f64 = 6000.0;

/// How long it rests at a deadline.
const REST: f64 = 1400.0;

/// How long it rests at each deadline where it doesn't move but steps.
const STEP: f64 = 2500.0;

/// In hours.
const SECOND: f64 = 1.0 / 3600.0;

/// A tick longer than this (milliseconds) is a browser that was away.
const TICK: f64 = 250.0;

/// Where the timeline stands.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Dial {
    /// N in hours, once the reader or the address has chosen; until then the timeline shows its end.
    pub within: Option<f64>,
    /// N moves by itself.
    pub play: Option<Play>,
}

/// N on its way along the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Play {
    /// The exact place on the axis.
    pub position: f64,
    /// The milliseconds it still rests.
    rest: f64,
    /// Whether it steps from deadline to deadline.
    steps: bool,
}

/// What can happen to N.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Turn {
    /// The slider was pulled to this part of the axis.
    Slid(f64),
    /// The slider was moved by key.
    Moved(Move),
    /// The address asks for this many hours.
    Within(f64),
    /// N is to move by itself, from the start if it is at the end; in steps where the reader wants no motion. If it moves, it is to stay.
    Play {
        /// From deadline to deadline.
        steps: bool,
    },
    /// N is to stay.
    Pause,
    /// So many milliseconds have passed.
    Tick(f64),
}

/// A way along the axis by key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// To the next deadline.
    Next,
    /// To the deadline before.
    Previous,
    /// To 0.
    Start,
    /// To the last deadline.
    End,
}

impl Move {
    /// The move that a key (its DOM name) stands for on a slider.
    pub fn of_key(key: &str) -> Option<Self> {
        match key {
            "ArrowRight" | "ArrowUp" | "PageUp" => Some(Move::Next),
            "ArrowLeft" | "ArrowDown" | "PageDown" => Some(Move::Previous),
            "Home" => Some(Move::Start),
            "End" => Some(Move::End),
            _ => None,
        }
    }
}

impl Dial {
    /// N in hours, on an axis.
    pub fn hours(&self, scale: &Scale) -> f64 {
        let Some(hours) = self.within else { return scale.end() };
        // The address has whole seconds; ten minutes are no whole part of an hour.
        let stop = scale.stops().iter().copied().find(|stop| (stop - hours).abs() < SECOND / 2.0);
        stop.unwrap_or(hours.max(0.0).min(scale.end()))
    }

    /// The place of N on an axis.
    pub fn position(&self, scale: &Scale) -> f64 {
        self.play.map_or_else(|| scale.position(self.hours(scale)), |play| play.position)
    }
}

/// The dial after a turn. Before a text has come there is no axis, and only the address is heard.
pub(super) fn reduce(dial: Dial, scale: Option<&Scale>, turn: Turn) -> Dial {
    let still = |hours: f64| Dial { within: Some(hours), play: None };
    // Without deadlines there is nowhere to go.
    let scale = scale.filter(|scale| !scale.stops().is_empty());
    match (turn, scale) {
        (Turn::Within(hours), _) if hours >= 0.0 => still(hours),
        (Turn::Within(_), _) | (_, None) => dial,
        (Turn::Slid(position), Some(scale)) => still(slid(scale, position)),
        (Turn::Moved(way), Some(scale)) => still(match way {
            Move::Next => scale.next(dial.hours(scale)),
            Move::Previous => scale.previous(dial.hours(scale)),
            Move::Start => 0.0,
            Move::End => scale.end(),
        }),
        (Turn::Play { .. }, Some(_)) if dial.play.is_some() => Dial { play: None, ..dial },
        (Turn::Play { steps }, Some(scale)) => {
            let again = dial.hours(scale) >= scale.end();
            let hours = if again { 0.0 } else { dial.hours(scale) };
            let rest = if steps { REST } else { 0.0 };
            Dial { within: Some(hours), play: Some(Play { position: scale.position(hours), rest, steps }) }
        }
        (Turn::Pause, Some(_)) => Dial { play: None, ..dial },
        (Turn::Tick(ms), Some(scale)) => match dial.play {
            Some(play) if ms > 0.0 => moved(play, dial.hours(scale), scale, ms.min(TICK)),
            _ => dial,
        },
    }
}

/// The hours of a pull to `position`: a deadline if one is near.
fn slid(scale: &Scale, position: f64) -> f64 {
    let near = scale.stops().iter().copied().find(|stop| (scale.position(*stop) - position).abs() <= MAGNET);
    near.unwrap_or_else(|| scale.near(position))
}

/// N so many milliseconds later.
fn moved(play: Play, hours: f64, scale: &Scale, ms: f64) -> Dial {
    let left = ms - play.rest;
    if left < 0.0 {
        return Dial { within: Some(hours), play: Some(Play { rest: -left, ..play }) };
    }
    let stop = scale.stops().iter().copied().find(|stop| scale.position(*stop) > play.position + 1e-9).unwrap_or(scale.end());
    let there = scale.position(stop);
    let position = play.position + left / WHOLE;
    if !play.steps && position < there {
        // What is said goes on and on, however it is rounded.
        let within = scale.near(position).max(hours);
        // A deadline is reached when N is there, and not when it rounds to it.
        let within = if within < stop - SECOND { within } else { hours };
        return Dial { within: Some(within), play: Some(Play { position, rest: 0.0, ..play }) };
    }
    let rest = if play.steps { STEP } else { REST };
    let play = (stop < scale.end()).then_some(Play { position: there, rest, ..play });
    Dial { within: Some(stop), play }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scale() -> Scale {
        Scale::new([0.5, 1.0, 3.0, 12.0])
    }

    fn turned(turns: impl IntoIterator<Item = Turn>) -> Dial {
        let scale = scale();
        turns.into_iter().fold(Dial::default(), |dial, turn| reduce(dial, Some(&scale), turn))
    }

    fn hours(turns: impl IntoIterator<Item = Turn>) -> f64 {
        turned(turns).hours(&scale())
    }

    fn is(a: f64, b: f64) {
        assert!((a - b).abs() < 1e-9, "{a} is not {b}");
    }

    #[test]
    fn starts_at_the_end() {
        is(hours([]), 12.0);
    }

    #[test]
    fn keys_go_from_deadline_to_deadline() {
        use Move::{End, Next, Previous, Start};
        for (moves, expected) in [
            (vec![Start], 0.0),
            (vec![Start, Next], 0.5),
            (vec![Start, Next, Next], 1.0),
            (vec![Previous], 3.0),
            (vec![End, Next], 12.0),
            (vec![Start, Previous], 0.0),
            (vec![Start, Next, End], 12.0),
        ] {
            is(hours(moves.into_iter().map(Turn::Moved)), expected);
        }
        assert_eq!(Move::of_key("PageUp"), Some(Next));
        assert_eq!(Move::of_key("Tab"), None);
    }

    #[test]
    fn a_pull_is_fine_and_ends_on_a_deadline_when_near() {
        let scale = scale();
        is(hours([Turn::Slid(scale.position(1.0) + 0.005)]), 1.0);
        is(hours([Turn::Slid(scale.position(2.0))]), 2.0);
        is(hours([Turn::Slid(scale.position(2.0) + 0.003)]) * 60.0 % 1.0, 0.0);
        is(hours([Turn::Slid(-3.0)]), 0.0);
        is(hours([Turn::Slid(f64::NAN)]), 0.0);
        is(hours([Turn::Slid(7.0)]), 12.0);
    }

    #[test]
    fn the_address_is_heard_before_the_text_has_come() {
        let dial = reduce(Dial::default(), None, Turn::Within(3.0));
        is(dial.hours(&scale()), 3.0);
        is(hours([Turn::Within(400.0)]), 12.0);
        let tenths = Scale::new([0.166_667, 1.0]);
        is(reduce(Dial::default(), None, Turn::Within(10.0 / 60.0)).hours(&tenths), 0.166_667);
        is(hours([Turn::Within(f64::NAN)]), 12.0);
        for turn in [Turn::Slid(0.5), Turn::Moved(Move::Start), Turn::Play { steps: false }, Turn::Tick(16.0)] {
            assert_eq!(reduce(dial, None, turn), dial);
        }
    }

    /// Where N is after each tick until it stays, ticks of 50 ms.
    fn played(first: &[Turn], steps: bool) -> Vec<Dial> {
        let scale = scale();
        let mut dial = turned(first.iter().copied().chain([Turn::Play { steps }]));
        let mut all = vec![dial];
        while dial.play.is_some() {
            dial = reduce(dial, Some(&scale), Turn::Tick(50.0));
            all.push(dial);
            assert!(all.len() < 2000, "it never ends");
        }
        all
    }

    #[test]
    fn plays_to_the_end_and_rests_at_every_deadline() {
        let scale = scale();
        let all = played(&[], false);
        let said: Vec<f64> = all.iter().map(|dial| dial.hours(&scale)).collect();
        is(said[0], 0.0);
        is(*said.last().unwrap(), 12.0);
        assert!(said.is_sorted(), "{said:?}");
        let positions: Vec<f64> = all.iter().map(|dial| dial.position(&scale)).collect();
        assert!(positions.is_sorted(), "{positions:?}");
        for stop in [0.5, 1.0, 3.0] {
            let rests = positions.iter().filter(|position| (**position - scale.position(stop)).abs() < 1e-9).count();
            assert!((28..=29).contains(&rests), "{stop}: {rests} ticks of 1400 ms");
            let early = all.iter().any(|dial| dial.hours(&scale) >= stop && dial.position(&scale) < scale.position(stop) - 1e-9);
            assert!(!early, "{stop} is said before N is there");
        }
        // The axis and three rests.
        assert!((196..=208).contains(&all.len()), "{}", all.len());
    }

    #[test]
    fn rests_where_a_deadline_is_no_whole_part_of_an_hour() {
        let scale = Scale::new([0.166_667, 1.0, 48.0]);
        let mut dial = reduce(Dial::default(), Some(&scale), Turn::Play { steps: false });
        let mut rests = 0;
        while dial.play.is_some() {
            dial = reduce(dial, Some(&scale), Turn::Tick(16.0));
            rests += usize::from(dial.within == Some(0.166_667));
        }
        assert!(rests > 80, "{rests}");
    }

    #[test]
    fn plays_on_from_where_it_is() {
        let all = played(&[Turn::Within(2.0)], false);
        is(all[0].hours(&scale()), 2.0);
        assert!(all.len() < 100);
    }

    #[test]
    fn without_motion_it_steps() {
        let mut said: Vec<f64> = played(&[], true).iter().map(|dial| dial.hours(&scale())).collect();
        assert!(said.len() > 3 * 50);
        said.dedup();
        assert_eq!(said, [0.0, 0.5, 1.0, 3.0, 12.0]);
    }

    #[test]
    fn whoever_takes_the_dial_stops_it() {
        let play = [Turn::Play { steps: false }, Turn::Tick(16.0), Turn::Tick(16.0)];
        for turn in [Turn::Slid(0.5), Turn::Moved(Move::Next), Turn::Within(1.0), Turn::Pause] {
            let dial = turned(play.into_iter().chain([turn]));
            assert_eq!(dial.play, None, "{turn:?}");
            assert_eq!(turned(play.into_iter().chain([turn, Turn::Tick(16.0)])), dial, "{turn:?}");
        }
    }

    #[test]
    fn a_browser_that_was_away_misses_nothing() {
        let dial = turned([Turn::Play { steps: false }, Turn::Tick(60_000.0)]);
        assert!(dial.position(&scale()) < 0.05);
        assert_eq!(turned([Turn::Play { steps: false }, Turn::Tick(f64::NAN)]), turned([Turn::Play { steps: false }]));
    }

    #[test]
    fn an_axis_without_deadlines_does_not_play() {
        let scale = Scale::new([0.0]);
        assert_eq!(reduce(Dial::default(), Some(&scale), Turn::Play { steps: false }).play, None);
    }
}
