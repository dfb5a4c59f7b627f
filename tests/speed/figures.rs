//! Figures, their limits, and how many of them missed. `./test` counts them all.

/// What was measured so far.
#[derive(Default)]
pub struct Figures {
    missed: usize,
}

impl Figures {
    /// A figure that is good up to `limit`.
    pub fn add(&mut self, name: &str, figure: f64, unit: &str, limit: f64) {
        self.tell(&format!("{name} {figure:.2} {unit} (limit {limit})"), figure <= limit);
    }

    /// How many times faster than something else, which is good from `least` on.
    pub fn at_least(&mut self, name: &str, ratio: f64, least: f64) {
        self.tell(&format!("{name} {ratio:.1} ratio (at least {least})"), ratio >= least);
    }

    fn tell(&mut self, line: &str, good: bool) {
        self.missed += usize::from(!good);
        println!("speed: {line} {}", if good { "ok" } else { "MISS" });
    }

    /// How many missed their limit.
    pub fn missed(&self) -> usize {
        self.missed
    }
}
