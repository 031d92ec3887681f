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

/// The least distance between two labels, as a part of the axis: a label of four characters on a narrow phone.
const APART: f64 = 0.12;

/// A mark on the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tick {
    /// Its hours.
    pub hours: f64,
    /// Its place, 0 to 1.
    pub position: f64,
    /// Whether there is room for a label.
    pub labelled: bool,
    /// Whether a deadline stands here.
    pub deadline: bool,
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
        let mut stops: Vec<f64> = deadlines.into_iter().filter(|hours| hours.is_finite() && *hours > 0.0).collect();
        stops.sort_unstable_by(f64::total_cmp);
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

    /// The first deadline after `hours`, else the end.
    pub fn next(&self, hours: f64) -> f64 {
        self.stops.iter().copied().find(|stop| *stop > hours).unwrap_or(self.end())
    }

    /// The last deadline before `hours`, else 0.
    pub fn previous(&self, hours: f64) -> f64 {
        self.stops.iter().rev().copied().find(|stop| *stop < hours).unwrap_or(0.0)
    }

    /// The marks of the axis in order: its start, every deadline, and round amounts between them. Deadlines get their
    /// labels first.
    pub fn ticks(&self) -> Vec<Tick> {
        let mut ticks = vec![self.tick(0.0, false)];
        ticks.extend(self.stops.iter().map(|stop| self.tick(*stop, true)));
        let mut labels = vec![0.0];
        for tick in ticks.iter_mut().skip(1).rev() {
            tick.labelled = free(&labels, tick.position);
            if tick.labelled {
                labels.push(tick.position);
            }
        }
        ticks[0].labelled = true;
        let first = self.stops.first().copied().unwrap_or(self.end());
        for hours in ROUND.into_iter().filter(|hours| *hours < self.end() && *hours >= first / 4.0 && !self.stops.contains(hours)) {
            let mut tick = self.tick(hours, false);
            tick.labelled = free(&labels, tick.position);
            if tick.labelled {
                labels.push(tick.position);
            }
            ticks.push(tick);
        }
        ticks.sort_unstable_by(|a, b| a.hours.total_cmp(&b.hours));
        ticks
    }

    fn tick(&self, hours: f64, deadline: bool) -> Tick {
        Tick { hours, position: self.position(hours), labelled: false, deadline }
    }

    fn span(&self) -> f64 {
        (self.end() / self.unit).ln_1p()
    }
}

/// Whether a label fits at `position` beside those already set.
fn free(labels: &[f64], position: f64) -> bool {
    labels.iter().all(|label| (label - position).abs() >= APART)
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
    }

    #[test]
    fn labels_do_not_touch() {
        for deadlines in [vec![0.5, 1.0, 3.0, 12.0], vec![0.25], vec![1.0, 1.1, 1.2, 1.3], vec![0.05, 720.0], vec![24.0, 72.0]] {
            let ticks = Scale::new(deadlines.clone()).ticks();
            let labels: Vec<f64> = ticks.iter().filter(|tick| tick.labelled).map(|tick| tick.position).collect();
            assert!(labels.windows(2).all(|pair| pair[1] - pair[0] >= APART), "{deadlines:?}: {labels:?}");
            assert!(labels.len() >= 2 && labels.len() <= 10);
            assert_eq!(ticks.iter().filter(|tick| tick.deadline).count(), deadlines.len());
        }
    }
}
