/** Where a piece of code begins and ends, and what takes its place. The end stays. */
const cuts = {
  'draco_wasm_wrapper.js': [
    ['"object"===typeof exports&&"object"===typeof module', null, 'export default DracoDecoderModule;\n'],
  ],
  'basis_transcoder.js': [
    // As shipped, calls between JavaScript and WebAssembly go through functions made of text, which content security
    // policies forbid. These closures do the same.
    ['function newFunc(', 'function craftInvokerFunction(', ''],
    [
      'let[args,invokerFnBody]=createJsInvoker(',
      'return createNamedFunction(humanName,invokerFn)}',
      `var types=argTypes.slice(isClassMethodFunc?1:2);
      var invokerFn=function(...given){
        if(given.length!==argCount-2)throwBindingError(humanName+" takes "+(argCount-2)+" arguments, not "+given.length);
        var destructors=needsDestructorStack?[]:null;
        var values=isClassMethodFunc?[this,...given]:given;
        var wired=types.map((type,at)=>type.toWireType(destructors,values[at]));
        var result=cppInvokerFunc(cppTargetFunc,...wired);
        if(destructors)runDestructors(destructors);
        else types.forEach((type,at)=>{if(type.destructorFunction!==null)type.destructorFunction(wired[at])});
        if(returns)return argTypes[0].fromWireType(result);
      };`,
    ],
    [
      'var functionBody=`return function (obj, func, destructorsRef, args)',
      'var functionName=`methodCaller<',
      `var invokerFunction=(obj,func,destructorsRef,args)=>{
        var given=types.map((type)=>{var value=type.readValueFromPointer(args);args+=type.argPackAdvance;return value});
        var result=kind===1?new func(...given):kind===0?func.call(obj,...given):func.call(...given);
        if(!retType.isVoid)return emval_returnValue(retType,destructorsRef,result);
      };`,
    ],
    ["if (typeof exports === 'object' && typeof module === 'object')", null, 'export default BASIS;\n'],
  ],
};

/**
 * Makes ES modules that build no functions from text of the scripts that come with the Draco and Basis decoders; `undefined`
 * for any other file. Fails when a new version of them no longer has what is to be changed.
 *
 * @param {string} code
 * @param {string} path
 */
export function transformDecoderGlue(code, path) {
  const name = Object.keys(cuts).find((file) => path.endsWith(`/${file}`));
  if (!name) return undefined;
  let result = code;
  for (const [start, end, replacement] of cuts[name]) {
    const from = result.indexOf(start);
    const to = end === null ? result.length : result.indexOf(end, from);
    if (from < 0 || to < 0)
      throw new Error(`${path} has changed: "${start}" is not where it was. Adapt decoder-glue.mjs.`);
    result = result.slice(0, from) + replacement + result.slice(to);
  }
  if (/\bnewFunc\(|\bnew Function\(|\beval\(/.test(result)) throw new Error(`${path} builds functions from text.`);
  return result;
}
