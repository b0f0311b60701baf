export { isUnknown } from '../asl';
