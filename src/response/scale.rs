//! The axis of the timeline: hours to places and back, with minutes and days readable side by side.
//!
//! A place is `ln(1 + h/h₀) / ln(1 + end/h₀)`: close to linear below h₀, logarithmic beyond it. h₀ is half the
//! shortest deadline, so that the first step never sticks to the start.

/// Round amounts of time that an axis may show, in hours.
const ROUND: [f64; 25] = [
    1.0 / 60.0,
    2.0 / 60.0,
    5.0 / 60.0,
    10.0 / 60.0,
    15.0 / 60.0,
    0.5,
    1.0,
    2.0,
    3.0,
    6.0,
    12.0,
    24.0,
    48.0,
    72.0,
    120.0,
    168.0,
    240.0,
    360.0,
    720.0,
    1440.0,
    2160.0,
    4320.0,
    8760.0,
    17520.0,
    43800.0,
];

/// The widths an axis can have, in the height of a label's characters: on the narrowest phone, and on a wide page.
const NARROW: f64 = 20.0;
const WIDE: f64 = 60.0;

/// Steps that N takes when it is pulled freely, in seconds.
const GRAINS: [f64; 16] =
    [1.0, 5.0, 10.0, 30.0, 60.0, 120.0, 300.0, 600.0, 1800.0, 3600.0, 7200.0, 21600.0, 43200.0, 86400.0, 172_800.0, 604_800.0];

/// A mark on the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tick {
    /// Its hours.
    pub hours: f64,
    /// Its place, 0 to 1.
    pub position: f64,
    /// Whether there is room for a label.
    pub room: Room,
    /// Whether a deadline stands here.
    pub deadline: bool,
}

/// Where a label has room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// Nowhere.
    None,
    /// On a wide page only.
    Wide,
    /// On every page.
    Always,
}

/// A scale from 0 to the last deadline.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// The different deadlines, rising.
    stops: Vec<f64>,
    /// h₀.
    unit: f64,
}

impl Scale {
    /// The scale on which all these deadlines (in hours) can be read. Those that are no positive number are left out.
    pub fn new(deadlines: impl IntoIterator<Item = f64>) -> Self {
        let deadlines: Vec<f64> = deadlines.into_iter().filter(|hours| hours.is_finite() && *hours > 0.0).collect();
        let mut order: Vec<usize> = (0..deadlines.len()).collect();
        super::sort(&mut order, &|index| deadlines[index]);
        let mut stops: Vec<f64> = order.into_iter().map(|index| deadlines[index]).collect();
        stops.dedup();
        let unit = stops.first().map_or(1.0, |first| first / 2.0);
        Scale { stops, unit }
    }

    /// The different deadlines, rising.
    pub fn stops(&self) -> &[f64] {
        &self.stops
    }

    /// The last deadline in hours: the end of the axis.
    pub fn end(&self) -> f64 {
        self.stops.last().copied().unwrap_or(1.0)
    }

    /// The place of `hours`, from 0 to 1; what lies beyond the axis is at its nearer end.
    pub fn position(&self, hours: f64) -> f64 {
        if hours >= self.end() {
            return 1.0;
        }
        if hours > 0.0 { (hours / self.unit).ln_1p() / self.span() } else { 0.0 }
    }

    /// The hours at a place: the inverse of [`position`](Self::position).
    pub fn hours(&self, position: f64) -> f64 {
        if position >= 1.0 {
            return self.end();
        }
        if position > 0.0 { (position * self.span()).exp_m1() * self.unit } else { 0.0 }
    }

    /// The hours at a place, rounded to what a person would say there: to seconds, minutes, hours or days, the coarser the more of them stand
    /// on a few thousandths of the axis.
    pub fn near(&self, position: f64) -> f64 {
        let hours = self.hours(position);
        let fine = (hours + self.unit) * self.span() * 3.6 * 3.0;
        let grain = GRAINS.into_iter().find(|grain| *grain >= fine).unwrap_or(604_800.0) / 3600.0;
        ((hours / grain).round() * grain).min(self.end())
    }

    /// The first deadline after `hours`, else the end.
    pub fn next(&self, hours: f64) -> f64 {
        self.stops.iter().copied().find(|stop| *stop > hours).unwrap_or(self.end())
    }

    /// The last deadline before `hours`, else 0.
    pub fn previous(&self, hours: f64) -> f64 {
        self.stops.iter().rev().copied().find(|stop| *stop < hours).unwrap_or(0.0)
    }

    /// How many of the different deadlines are reached at `hours`.
    pub fn reached(&self, hours: f64) -> usize {
        self.stops.partition_point(|stop| *stop <= hours)
    }

    /// The marks of the axis in order: its start, every deadline, and round amounts between them. `width` is that of an amount's label, in the
    /// height of its characters. Deadlines get their labels first, the last one before all.
    pub fn ticks(&self, width: impl Fn(f64) -> f64) -> Vec<Tick> {
        let first = self.stops.first().copied().unwrap_or(self.end());
        let stop = |hours: f64| self.stops.iter().any(|stop| (stop - hours).abs() <= hours * 1e-3);
        let round = ROUND.into_iter().filter(|hours| *hours < self.end() && *hours >= first / 4.0 && !stop(*hours));
        let mut round = round.peekable();
        let mut ticks = vec![self.tick(0.0, false)];
        for stop in &self.stops {
            while let Some(hours) = round.next_if(|hours| hours < stop) {
                ticks.push(self.tick(hours, false));
            }
            ticks.push(self.tick(*stop, true));
        }
        for (room, axis) in [(Room::Always, NARROW), (Room::Wide, WIDE)] {
            let reach = |tick: &Tick| (width(tick.hours) / 2.0 + 0.2) / axis;
            let mut set: Vec<(f64, f64)> =
                ticks.iter().filter(|tick| tick.room == Room::Always).map(|tick| (tick.position, reach(tick))).collect();
            let mut label = |tick: &mut Tick| {
                let own = reach(tick);
                if tick.room == Room::None && set.iter().all(|(position, reach)| (position - tick.position).abs() >= reach + own) {
                    tick.room = room;
                    set.push((tick.position, own));
                }
            };
            label(&mut ticks[0]);
            ticks.iter_mut().rev().filter(|tick| tick.deadline).for_each(&mut label);
            ticks.iter_mut().filter(|tick| !tick.deadline).for_each(&mut label);
        }
        ticks
    }

    fn tick(&self, hours: f64, deadline: bool) -> Tick {
        Tick { hours, position: self.position(hours), room: Room::None, deadline }
    }

    fn span(&self) -> f64 {
        (self.end() / self.unit).ln_1p()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(a: f64, b: f64) {
        assert!((a - b).abs() < 1e-9, "{a} is not {b}");
    }

    #[test]
    fn places_and_back() {
        for deadlines in [vec![0.5, 1.0, 3.0, 12.0], vec![0.05], vec![0.25, 72.0], vec![24.0, 48.0], vec![]] {
            let scale = Scale::new(deadlines);
            close(scale.position(0.0), 0.0);
            close(scale.position(scale.end()), 1.0);
            for percent in 0..=100_u32 {
                let position = f64::from(percent) / 100.0;
                close(scale.position(scale.hours(position)), position);
            }
        }
    }

    #[test]
    fn half_an_hour_and_twelve_hours_and_three_days_stand_apart() {
        for end in [12.0, 72.0] {
            let scale = Scale::new([0.5, 1.0, 3.0, end]);
            let places: Vec<f64> = [0.0, 0.5, 1.0, 3.0, end].map(|hours| scale.position(hours)).to_vec();
            assert!(places.windows(2).all(|pair| pair[1] - pair[0] > 0.08), "{places:?}");
        }
    }

    #[test]
    fn beyond_the_axis_is_at_its_end() {
        let scale = Scale::new([1.0]);
        close(scale.position(-1.0), 0.0);
        close(scale.position(9.0), 1.0);
        close(scale.hours(2.0), 1.0);
        close(scale.hours(f64::NAN), 0.0);
    }

    #[test]
    fn from_deadline_to_deadline() {
        let scale = Scale::new([3.0, 0.5, 1.0, 1.0, f64::NAN, -2.0]);
        assert_eq!(scale.stops(), [0.5, 1.0, 3.0]);
        let mut there = vec![0.0];
        while *there.last().unwrap() < scale.end() {
            there.push(scale.next(*there.last().unwrap()));
        }
        assert_eq!(there, [0.0, 0.5, 1.0, 3.0]);
        close(scale.next(3.0), 3.0);
        close(scale.next(0.7), 1.0);
        close(scale.previous(0.7), 0.5);
        close(scale.previous(0.5), 0.0);
        assert_eq!([0.0, 0.5, 0.7, 3.0, 9.0].map(|hours| scale.reached(hours)), [0, 1, 1, 3, 3]);
    }

    #[test]
    fn labels_do_not_touch() {
        for deadlines in [
            vec![0.5, 1.0, 3.0, 12.0],
            vec![0.25],
            vec![1.0, 1.1, 1.2, 1.3],
            vec![1.0 / 60.0, 1440.0],
            vec![24.0, 72.0],
            // As the parser rounds them: 2分钟 is not the second tick of its place.
            vec![0.033_333, 0.166_667, 0.5],
            (1..=14).map(f64::from).collect(),
        ] {
            let scale = Scale::new(deadlines.clone());
            let ticks = scale.ticks(|_| 2.0);
            for (rooms, axis) in [(&[Room::Always][..], NARROW), (&[Room::Always, Room::Wide], WIDE)] {
                let labels: Vec<f64> = ticks.iter().filter(|tick| rooms.contains(&tick.room)).map(|tick| tick.position).collect();
                assert!(labels.windows(2).all(|pair| pair[1] - pair[0] >= 2.0 / axis), "{deadlines:?}: {labels:?}");
                assert!(labels.len() >= 2);
            }
            assert_eq!(ticks.iter().filter(|tick| tick.deadline).count(), deadlines.len());
            assert_eq!((ticks[0].room, ticks[ticks.len() - 1].room), (Room::Always, Room::Always), "both ends are told");
            assert!(ticks.windows(2).all(|pair| pair[0].position < pair[1].position), "{ticks:?}");
        }
    }

    #[test]
    fn a_pull_ends_on_what_a_person_would_say() {
        let short = Scale::new([3.0 / 60.0, 0.5]);
        let long = Scale::new([1.0 / 60.0, 1440.0]);
        let usual = Scale::new([0.5, 1.0, 3.0, 12.0]);
        for (scale, hours, said) in [
            (&usual, 2.0, 2.0),
            (&usual, 2.016, 2.0),
            (&usual, 0.2, 0.2),
            (&short, 0.01, 35.0 / 3600.0),
            (&long, 700.3, 720.0),
            (&long, 1439.0, 1440.0),
            (&long, 0.0, 0.0),
        ] {
            close(scale.near(scale.position(hours)), said);
        }
    }
}
