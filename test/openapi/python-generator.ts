import { type PythonProgram, pythonProgram } from "./python-package.ts";

/** The generator of Python clients, or why there is none. */
export const pythonGenerator = (): PythonProgram => pythonProgram("openapi-python-client==0.29.0", "openapi-python-client", 10);
