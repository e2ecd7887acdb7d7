//! The gamma function, by Lanczos' approximation with the coefficients that CPython takes (mathmodule.c, m_tgamma,
//! m_lgamma): results agree to the last bit only where the same sums are made.

use std::f64::consts::PI;

use super::Failure;

const G: f64 = 6.02468004077673;
const G_MINUS_HALF: f64 = 5.52468004077673;
const LOG_PI: f64 = 1.1447298858494002;

/// Lanczos' sum is a quotient of two polynomials: coefficients of numerator and denominator, the constant one first.
#[rustfmt::skip]
const COEFFICIENTS: [(f64, f64); 13] = [
    (23531376880.41076, 0.0),
    (42919803642.6491, 39916800.0),
    (35711959237.35567, 120543840.0),
    (17921034426.03721, 150917976.0),
    (6039542586.352028, 105258076.0),
    (1439720407.3117216, 45995730.0),
    (248874557.86205417, 13339535.0),
    (31426415.585400194, 2637558.0),
    (2876370.6289353725, 357423.0),
    (186056.26539522348, 32670.0),
    (8071.672002365816, 1925.0),
    (210.82427775157936, 66.0),
    (2.5066282746310002, 1.0),
];

fn lanczos_sum(x: f64) -> f64 {
    let (mut above, mut below) = (0.0, 0.0);
    if x < 5.0 {
        for (a, b) in COEFFICIENTS.iter().rev() {
            above = above * x + a;
            below = below * x + b;
        }
    } else {
        for (a, b) in COEFFICIENTS {
            above = above / x + a;
            below = below / x + b;
        }
    }
    above / below
}

/// sin(pi * x), exact at the zeros.
fn sin_pi(x: f64) -> f64 {
    let y = x.abs() % 2.0;
    let result = match (2.0 * y).round() as i64 {
        0 => (PI * y).sin(),
        1 => (PI * (y - 0.5)).cos(),
        2 => (PI * (1.0 - y)).sin(),
        3 => -(PI * (y - 1.5)).cos(),
        _ => (PI * (y - 2.0)).sin(),
    };
    result * 1f64.copysign(x)
}

/// `math.gamma`
pub(super) fn gamma(x: f64) -> Result<f64, Failure> {
    if !x.is_finite() {
        return if x == f64::NEG_INFINITY { Err(Failure::Domain) } else { Ok(x) };
    }
    if x == 0.0 {
        return Err(Failure::Domain);
    }
    if x == x.floor() {
        if x < 0.0 {
            return Err(Failure::Domain);
        }
        // Factorials that floats hold exactly.
        if x <= 23.0 {
            return Ok((1..x as i64).fold(1.0, |product, i| product * i as f64));
        }
    }
    let magnitude = x.abs();
    let finite = |result: f64| if result.is_infinite() { Err(Failure::Range) } else { Ok(result) };
    if magnitude < 1e-20 {
        return finite(1.0 / x);
    }
    if magnitude > 200.0 {
        return if x < 0.0 { Ok(0.0 / sin_pi(x)) } else { Err(Failure::Range) };
    }
    let y = magnitude + G_MINUS_HALF;
    // What rounding took from y.
    let lost = if magnitude > G_MINUS_HALF { (y - magnitude) - G_MINUS_HALF } else { (y - G_MINUS_HALF) - magnitude };
    let correction = lost * G / y;
    let by_power = |result: f64, divide: bool| {
        let apply = |result: f64, power: f64| if divide { result / power } else { result * power };
        if magnitude < 140.0 {
            apply(result, y.powf(magnitude - 0.5))
        } else {
            let root = y.powf(magnitude / 2.0 - 0.25);
            apply(apply(result, root), root)
        }
    };
    if x < 0.0 {
        let result = -PI / sin_pi(magnitude) / magnitude * y.exp() / lanczos_sum(magnitude);
        finite(by_power(result - correction * result, true))
    } else {
        let result = lanczos_sum(magnitude) / y.exp();
        finite(by_power(result + correction * result, false))
    }
}

/// `math.lgamma`: the logarithm of the magnitude of gamma.
pub(super) fn lgamma(x: f64) -> Result<f64, Failure> {
    if !x.is_finite() {
        return Ok(if x.is_nan() { x } else { f64::INFINITY });
    }
    if x == x.floor() && x <= 2.0 {
        return if x <= 0.0 { Err(Failure::Domain) } else { Ok(0.0) };
    }
    let magnitude = x.abs();
    if magnitude < 1e-20 {
        return Ok(-magnitude.ln());
    }
    let mut result = lanczos_sum(magnitude).ln() - G;
    result += (magnitude - 0.5) * ((magnitude + G - 0.5).ln() - 1.0);
    if x < 0.0 {
        result = LOG_PI - sin_pi(magnitude).abs().ln() - magnitude.ln() - result;
    }
    if result.is_infinite() { Err(Failure::Range) } else { Ok(result) }
}
