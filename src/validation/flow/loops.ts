export { loopsOf } from '../../asl';
