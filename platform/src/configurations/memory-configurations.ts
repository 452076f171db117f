import type {ConfigurationRepository, SavedConfiguration} from './saved-configuration.js';

/** Keeps configurations for the life of the process: for demos and tests. */
export function memoryConfigurations(): ConfigurationRepository {
  const projects = new Map<string, Map<string, SavedConfiguration>>();
  return {
    insert({project}, saved) {
      let configurations = projects.get(project);
      if (!configurations) projects.set(project, (configurations = new Map<string, SavedConfiguration>()));
      configurations.set(saved.id, saved);
      return Promise.resolve();
    },
    find({project}, id) {
      return Promise.resolve(projects.get(project)?.get(id) ?? null);
    },
  };
}
