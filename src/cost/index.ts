export { costOf, expressCost, standardCost } from './cost';
export type { ChildrenCost, ChildUsage, Cost, ExpressCost, ExpressImpossible, StandardCost, Usage } from './cost';
export { RATES, transitionRate } from './rates';
export type { Rates } from './rates';
