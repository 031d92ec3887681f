//! What axe-core, which knows the rules of accessibility, says of the page as it stands.

use std::{env, fs};

use crate::Page;

/// Runs every rule of axe-core: how many the page keeps, and each violation, a line a place.
const RUN: &str = "axe.run(document, { resultTypes: ['violations'] }).then(({ passes, violations }) => ({ \
    kept: passes.length, \
    violations: violations.flatMap(rule => rule.nodes.map(node => `${rule.id} (${node.impact}) at ${node.target.join(' ')}: \
    ${(node.failureSummary ?? rule.help).replace(/\\s*\\n\\s*/g, ' ')} ${node.html.slice(0, 120)}`)) }))";

impl Page {
    /// The violations on the page as it stands, in words. The variable `AXE` names the file of axe-core.
    pub async fn violations(&self) -> Vec<String> {
        if self.eval("typeof axe === 'undefined'").await == true {
            let path = env::var("AXE").expect("AXE names axe-core: scripts/test-browser.sh sets it");
            let source = fs::read_to_string(&path).unwrap_or_else(|error| panic!("axe-core is not at {path}: {error}"));
            self.run(&source).await;
        }
        let found = self.eval(RUN).await;
        assert!(found["kept"].as_u64().is_some_and(|kept| kept > 10), "axe-core has hardly looked: {found}");
        found["violations"]
            .as_array()
            .expect("an array comes back")
            .iter()
            .map(|words| words.as_str().unwrap_or_default().to_owned())
            .collect()
    }
}
